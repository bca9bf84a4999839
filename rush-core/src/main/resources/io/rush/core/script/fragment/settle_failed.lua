-- Settles tasks that failed: those whose policy says so are retried, the others stay failed. A policy that cannot be
-- read retries nothing.
local WHOLE = 4294967296

-- A number from 0 to below 1 that every retry of a task has for itself.
local function draw(key, retries)
  return tonumber(string.sub(redis.sha1hex(key .. ' ' .. retries), 1, 8), 16) / WHOLE
end

-- The delay of the next retry in microseconds, nil if there is none.
local function retry_delay(key, policy_json, cause, own_maximum, retries)
  local policy = cjson.decode(policy_json)
  local maximum = math.min(policy.max_retries, own_maximum or policy.max_retries)
  for _, covered in ipairs(policy.causes) do
    if covered == cause and retries < maximum then
      local delay = policy.first_delay_ms
      if delay > 0 then
        delay = math.min(delay * policy.factor ^ retries, policy.longest_delay_ms)
      end
      return math.floor(delay * 1000 * (1 - policy.jitter * draw(key, retries)))
    end
  end
  return nil
end

-- Its policy comes before that of the network. What failed because its data is missing is not retried.
local function delay_of(key, info)
  local policy = info[3] or redis.call('GET', prefix .. 'retry_policy')
  if not policy or not info[1] or not info[2] then
    return nil
  end
  local cause = string.match(info[2], '"cause":"(%l+)"')
  local understood, delay = pcall(retry_delay, key, policy, cause, tonumber(info[4]), tonumber(info[5] or 0))
  return understood and delay or nil
end

-- Settles a task whose condition is written; returns whether it stays failed. What is retried is queued from now on: it
-- waits among the delayed ones until promote moves it, and an idle worker is told to look when that is.
local function settle_failed(key)
  local task = prefix .. 'task:' .. key
  local info = redis.call('HMGET', task, 'xs', 'condition', 'retry_policy', 'max_retries', 'n_retries')
  local delay = delay_of(key, info)
  if not delay then
    mark_failed(key)
    return true
  end
  local time = redis.call('TIME')
  redis.call('HDEL', task, 'condition')
  redis.call('HSET', task, 'last_condition', info[2])
  redis.call('HINCRBY', task, 'n_retries', 1)
  redis.call('ZADD', prefix .. 'delayed', time[1] * 1000000 + time[2] + delay, key)
  wake_idle(1)
  return false
end
