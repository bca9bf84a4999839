-- A controller fails running tasks, whichever worker runs them. running to failed; running to queued where a policy
-- retries what failed.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  token of this call, not used by any other
-- then per task:
--          key
--          condition, as JSON
-- Returns  per task, 0 if it failed by this call or is retried after it, 3 if it is not running
-- Wins     the first who settles a task; what its worker hands in later does not count
-- Blind resend: a task that this token failed counts again, whatever became of it since
local prefix = KEYS[1]
--@include wake
--@include notify
--@include settle
--@include settle_failed

local APPLIED, NOT_RUNNING = 0, 3
local token, running = ARGV[1], prefix .. 'running'
local owners, entries = {}, redis.call('HGETALL', running)
for i = 1, #entries, 2 do
  owners[entries[i + 1]] = entries[i]
end
local answers, settled = {}, {}
for i = 2, #ARGV, 2 do
  local key, condition = ARGV[i], ARGV[i + 1]
  local task, owner = prefix .. 'task:' .. key, owners[key]
  local answer = NOT_RUNNING
  if redis.call('HGET', task, 'failed_by') == token then
    answer = APPLIED
  elseif owner then
    redis.call('HDEL', running, owner)
    redis.call('HSET', task, 'condition', condition, 'owner', without_epoch(owner), 'failed_by', token)
    owners[key], settled[key], answer = nil, settle_failed(key), APPLIED
  end
  answers[#answers + 1] = answer
end
notify_settled(settled, false)
return answers
