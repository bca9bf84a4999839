-- Empties the network in one moment: its structures are renamed, and what they name is deleted by sweep afterwards.
-- What is evaluated at that moment is no task of the network any more, so its result does not count.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  'all', or 'data' to keep the workers, which go on with what is pushed next
-- Returns  1, or 0 if an earlier reset is not swept; nothing is changed then
-- Blind resend: what the first sending put aside is not swept yet, so nothing is changed; callers that get 0 sweep and
--          reset again
local prefix = KEYS[1]
--@include wake
--@include notify

local keeps_workers = ARGV[1] == 'data'
local TRASH = { 'queue', 'running', 'finished', 'failed', 'delayed', 'hashes', 'queues' }
for _, name in ipairs(TRASH) do
  if redis.call('EXISTS', prefix .. 'trash:' .. name) == 1 then
    return 0
  end
end
notify(function() return true end)
for _, book in ipairs({ 'workers', 'departed' }) do
  for _, worker in ipairs(redis.call('HKEYS', prefix .. book)) do
    local own = prefix .. 'queue:' .. worker
    if redis.call('EXISTS', own) == 1 then
      redis.call('RENAME', own, prefix .. 'trash:queue:' .. worker)
      redis.call('RPUSH', prefix .. 'trash:queues', worker)
    end
    if not keeps_workers then
      redis.call('UNLINK', prefix .. 'worker:' .. worker, prefix .. 'wake:' .. worker,
        prefix .. 'heartbeat:' .. worker)
    end
  end
end
for _, name in ipairs(TRASH) do
  if redis.call('EXISTS', prefix .. name) == 1 then
    redis.call('RENAME', prefix .. name, prefix .. 'trash:' .. name)
  end
end
redis.call('UNLINK', prefix .. 'unsettled', prefix .. 'terminate_on_idle')
if not keeps_workers then
  redis.call('UNLINK', prefix .. 'workers', prefix .. 'departed', prefix .. 'idle', prefix .. 'waiting',
    prefix .. 'retry_policy', prefix .. 'log', prefix .. 'log_limit', prefix .. 'remote_start')
end
return 1
