-- Reads the hashes of tasks.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV     keys of the tasks
-- Returns  per task, an array of the fields and values of its hash in turn; empty if there is none
local prefix = KEYS[1]

local bodies = {}
for i = 1, #ARGV do
  bodies[i] = redis.call('HGETALL', prefix .. 'task:' .. ARGV[i])
end
return bodies
