-- Reads the states of the workers, and registers who waits for a change if what is waited for is not the case.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  id of the waiter
-- ARGV[2]  what is waited for:
--          'running'  that so many workers run as ARGV[3] says
--          'started'  that so many of the ids that follow ARGV[3] have registered as it says, or so many of them left
--                     the network, as lost or killed, that the others are too few
--          'left'     that no worker of the ids that follow is starting or running
-- Returns  per worker: id and state, as in workers
local prefix = KEYS[1]
--@include waiting

local workers = redis.call('HGETALL', prefix .. 'workers')
local departed = redis.call('HGETALL', prefix .. 'departed')
local states, running = {}, 0
for i = 1, #workers, 2 do
  states[workers[i]] = workers[i + 1]
  running = running + (string.match(workers[i + 1], ' 0$') and 0 or 1)
end
for i = 1, #departed, 2 do
  states[departed[i]] = departed[i + 1]
end

local case = {}

function case.running()
  return running >= tonumber(ARGV[3])
end

function case.started()
  local started, possible = 0, 0
  for i = 4, #ARGV do
    local state = states[ARGV[i]] or 'lost'
    if state ~= 'lost' and state ~= 'killed' then
      possible = possible + 1
      started = started + (string.match(state, ' 0$') and 0 or 1)
    end
  end
  return started >= tonumber(ARGV[3]) or possible < tonumber(ARGV[3])
end

function case.left()
  for i = 3, #ARGV do
    if string.find(states[ARGV[i]] or '', ' ') then
      return false
    end
  end
  return true
end

if not case[ARGV[2]]() then
  register_waiter(ARGV[1], 'workers')
end
for i = 1, #departed do
  workers[#workers + 1] = departed[i]
end
return workers
