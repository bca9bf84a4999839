-- The state of each task.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV     keys of the tasks
-- Returns  per task: 'queued', 'running', 'finished', 'failed', or '' if it is unknown
local prefix = KEYS[1]

local running = {}
for _, key in ipairs(redis.call('HVALS', prefix .. 'running')) do
  running[key] = true
end
local function state_of(key)
  local task = prefix .. 'task:' .. key
  if running[key] then
    return 'running'
  elseif redis.call('HEXISTS', task, 'ys') == 1 then
    return 'finished'
  elseif redis.call('ZSCORE', prefix .. 'failed', key) then
    return 'failed'
  end
  return redis.call('HEXISTS', task, 'xs') == 1 and 'queued' or ''
end

local states = {}
for i = 1, #ARGV do
  states[i] = state_of(ARGV[i])
end
return states
