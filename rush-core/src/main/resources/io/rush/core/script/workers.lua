-- What the network knows of its workers, as one moment.
--
-- KEYS[1]  prefix of the network's keys
-- Returns  per worker: id, state ('pre 0', 'running <epoch>', 'terminating <epoch>', 'terminated', 'killed' or 'lost'),
--          then kind, host name, process id, time of registration, number, '1' if it is remote, period of the
--          heartbeat, how long a heartbeat lasts, time of the last heartbeat, and name of what it runs, each '' if not
--          known; times are in ms since 1970, others in ms
local prefix = KEYS[1]

local answer = {}
for _, book in ipairs({ 'workers', 'departed' }) do
  local entries = redis.call('HGETALL', prefix .. book)
  for i = 1, #entries, 2 do
    local info = redis.call('HMGET', prefix .. 'worker:' .. entries[i], 'kind', 'host', 'pid', 'started_ms', 'number',
      'remote', 'period_ms', 'expire_ms', 'seen_ms', 'runs')
    answer[#answer + 1] = entries[i]
    answer[#answer + 1] = entries[i + 1]
    for field = 1, 10 do
      answer[#answer + 1] = info[field] or ''
    end
  end
end
return answer
