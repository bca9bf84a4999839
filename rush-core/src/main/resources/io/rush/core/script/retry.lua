-- Queues failed tasks again, at the end of the shared queue. failed to queued.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  token of this call, not used by any other
-- ARGV[2]  '1' to ignore the maximum number of retries, else '0'
-- then per task:
--          key
--          seed it must have for the next argument to be used, as JSON, or ''
--          seed of the retry, as JSON, or '' to keep the seed
-- Returns  per task, 0 if it is queued by this call, 1 if it is unknown, 4 if it has not failed, 5 if no retry is left,
--          6 if its seed is not the one given
-- Wins     the first who retries a failed task
-- Blind resend: a task that this token retried counts again, whatever became of it since
local prefix = KEYS[1]
--@include wake

local APPLIED, UNKNOWN, NOT_FAILED, NO_RETRIES_LEFT, OTHER_SEED = 0, 1, 4, 5, 6
local token, ignore = ARGV[1], ARGV[2] == '1'
local queued = {}

local function retry(key, expected_seed, next_seed)
  local task = prefix .. 'task:' .. key
  local info = redis.call('HMGET', task, 'retried_by', 'max_retries', 'n_retries', 'seed', 'condition')
  if info[1] == token then
    return APPLIED
  elseif not redis.call('ZSCORE', prefix .. 'failed', key) then
    return redis.call('EXISTS', task) == 1 and NOT_FAILED or UNKNOWN
  elseif not ignore and info[2] and tonumber(info[3] or 0) >= tonumber(info[2]) then
    return NO_RETRIES_LEFT
  elseif next_seed ~= '' and info[4] ~= expected_seed then
    return OTHER_SEED
  end
  redis.call('ZREM', prefix .. 'failed', key)
  redis.call('HDEL', task, 'condition', 'owner', 'ys_extra')
  redis.call('HINCRBY', task, 'n_retries', 1)
  redis.call('HSET', task, 'retried_by', token)
  if info[5] then
    redis.call('HSET', task, 'last_condition', info[5])
  end
  if next_seed ~= '' then
    redis.call('HSET', task, 'seed', next_seed)
  end
  queued[#queued + 1] = key
  return APPLIED
end

local answers = {}
for i = 3, #ARGV, 3 do
  answers[#answers + 1] = retry(ARGV[i], ARGV[i + 1], ARGV[i + 2])
end
if #queued > 0 then
  redis.call('RPUSH', prefix .. 'queue', unpack(queued))
  wake_idle(#queued)
end
return answers
