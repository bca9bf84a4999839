-- Takes tasks out of the queue they wait in. queued to failed.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  condition, as JSON
-- then per task:
--          id of the worker in whose own queue it waits, or '' for the shared queue
--          key
-- Returns  per task, 1 if it was removed, 0 if it did not wait there any more
-- Wins     whoever takes the task out of the queue first
-- Blind resend: a task that failed with this very condition counts again
local prefix = KEYS[1]
--@include wake
--@include notify
--@include settle

local condition = ARGV[1]
local answers, settled = {}, {}
for i = 2, #ARGV, 2 do
  local worker, key = ARGV[i], ARGV[i + 1]
  local queue = worker == '' and prefix .. 'queue' or prefix .. 'queue:' .. worker
  local task = prefix .. 'task:' .. key
  local removed = redis.call('LREM', queue, 1, key)
  if removed == 1 then
    redis.call('HSET', task, 'condition', condition)
    mark_failed(key)
    settled[key] = true
  elseif redis.call('HGET', task, 'condition') == condition then
    removed = 1
  end
  answers[#answers + 1] = removed
end
notify_settled(settled, false)
return answers
