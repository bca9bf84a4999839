-- Reads the state of each worker and registers who waits for a change.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  id of the waiter
-- Returns  per worker: id and state, as in workers
local prefix = KEYS[1]
--@include waiting

register_waiter(ARGV[1], 'workers')
local answer = redis.call('HGETALL', prefix .. 'workers')
local departed = redis.call('HGETALL', prefix .. 'departed')
for i = 1, #departed do
  answer[#answer + 1] = departed[i]
end
return answer
