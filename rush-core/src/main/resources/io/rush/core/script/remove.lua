-- Takes tasks out of the queue they wait in. queued to failed.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  token of this call, not used by any other
-- ARGV[2]  condition, as JSON
-- then per task:
--          id of the worker in whose own queue it waits, or '' for the shared queue and those that are delayed
--          key
-- Returns  per task, 1 if it was removed, 0 if it did not wait there any more
-- Wins     whoever takes the task out of the queue first
-- Blind resend: a task that this token removed counts again, whatever became of it since
local prefix = KEYS[1]
--@include wake
--@include notify
--@include settle

local token, condition = ARGV[1], ARGV[2]

local function take_out(worker, key)
  if worker ~= '' then
    return redis.call('LREM', prefix .. 'queue:' .. worker, 1, key) == 1
  end
  return redis.call('LREM', prefix .. 'queue', 1, key) == 1 or redis.call('ZREM', prefix .. 'delayed', key) == 1
end

local answers, settled = {}, {}
for i = 3, #ARGV, 2 do
  local worker, key = ARGV[i], ARGV[i + 1]
  local task = prefix .. 'task:' .. key
  local removed = redis.call('HGET', task, 'failed_by') == token
  if not removed and take_out(worker, key) then
    redis.call('HSET', task, 'condition', condition, 'failed_by', token)
    mark_failed(key)
    settled[key], removed = true, true
  end
  answers[#answers + 1] = removed and 1 or 0
end
notify_settled(settled, false)
return answers
