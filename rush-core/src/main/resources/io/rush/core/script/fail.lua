-- A controller fails running tasks, whichever worker runs them. running to failed.
--
-- KEYS[1]  prefix of the network's keys
-- per task:
--          key
--          condition, as JSON
-- Returns  per task, 0 if it failed by this call, 3 if it is not running
-- Wins     the first who settles a task; what its worker hands in later does not count
-- Blind resend: a task that failed with this very condition counts again
local prefix = KEYS[1]
--@include wake
--@include notify
--@include settle

local APPLIED, NOT_RUNNING = 0, 3
local running = prefix .. 'running'
local owners, entries = {}, redis.call('HGETALL', running)
for i = 1, #entries, 2 do
  owners[entries[i + 1]] = entries[i]
end
local answers, settled = {}, {}
for i = 1, #ARGV, 2 do
  local key, condition = ARGV[i], ARGV[i + 1]
  local task, owner = prefix .. 'task:' .. key, owners[key]
  local answer = NOT_RUNNING
  if owner then
    redis.call('HDEL', running, owner)
    redis.call('HSET', task, 'condition', condition, 'owner', owner)
    mark_failed(key)
    owners[key], settled[key], answer = nil, true, APPLIED
  elseif redis.call('HGET', task, 'condition') == condition then
    answer = APPLIED
  end
  answers[#answers + 1] = answer
end
notify_settled(settled, false)
return answers
