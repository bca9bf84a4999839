-- Marks a task as failed, the latest last.
local function mark_failed(key)
  local time = redis.call('TIME')
  redis.call('ZADD', prefix .. 'failed', time[1] * 1000000 + time[2], key)
end

-- Marks a task as finished at the end of the archive.
local function mark_finished(key)
  redis.call('RPUSH', prefix .. 'finished', key)
end
