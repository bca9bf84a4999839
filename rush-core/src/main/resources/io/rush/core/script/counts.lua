-- Number of tasks by state, as one moment.
--
-- KEYS[1]  prefix of the network's keys
-- Returns  number of queued, running, finished, failed and delayed tasks, then per worker with a queue of its own:
--          worker id and number of tasks in it
local prefix = KEYS[1]
--@include own_queues

local counts = {
  redis.call('LLEN', prefix .. 'queue'),
  redis.call('HLEN', prefix .. 'running'),
  redis.call('LLEN', prefix .. 'finished'),
  redis.call('ZCARD', prefix .. 'failed'),
  redis.call('ZCARD', prefix .. 'delayed'),
}
for _, worker in ipairs(owners_of_queues()) do
  local length = redis.call('LLEN', prefix .. 'queue:' .. worker)
  if length > 0 then
    counts[#counts + 1] = worker
    counts[#counts + 1] = length
  end
end
return counts
