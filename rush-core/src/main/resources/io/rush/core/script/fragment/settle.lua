-- Marks a task as failed, the latest last.
local function mark_failed(key)
  local time = redis.call('TIME')
  redis.call('ZADD', prefix .. 'failed', time[1] * 1000000 + time[2], key)
end

-- Marks a task as finished at the end of the archive.
local function mark_finished(key)
  redis.call('RPUSH', prefix .. 'finished', key)
end

-- An owner as it stays with the task: <worker>:<attempt>.
local function without_epoch(owner)
  return (string.gsub(owner, ':%d+%-(%w+)$', ':%1'))
end
