-- Looks which tasks are neither finished nor failed, and registers who waits for the last of them.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  id of the waiter, or '' not to register
-- then     keys of the tasks
-- Returns  number of workers that are starting or running, then positions of the open tasks (from 1), negative where the
--          task is unknown
local prefix = KEYS[1]
--@include waiting

local answer = { redis.call('HLEN', prefix .. 'workers') }
local last
for i = 2, #ARGV do
  local key = ARGV[i]
  local task = prefix .. 'task:' .. key
  if redis.call('HEXISTS', task, 'ys') == 0 and not redis.call('ZSCORE', prefix .. 'failed', key) then
    local known = redis.call('EXISTS', task) == 1
    answer[#answer + 1] = known and i - 1 or 1 - i
    last = key
  end
end
if last and ARGV[1] ~= '' then
  register_waiter(ARGV[1], 'task ' .. last)
end
return answer
