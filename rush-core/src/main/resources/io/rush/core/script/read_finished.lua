-- Reads finished tasks from a position on: keys and bodies together.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  first position, from 0
-- ARGV[2]  number of tasks to read at most
-- ARGV[3]  key that the caller knows at position 0, or ''
-- ARGV[4]  id of the waiter to register if there is no task at the first position, or ''
-- Returns  1. number of finished tasks
--          2. key at position 0, or ''; another than the caller's means that the network was reset, and nothing is read
--          3. per task: key, then an array of the fields and values of its hash in turn
local prefix = KEYS[1]
--@include waiting

local finished = prefix .. 'finished'
local from, count = tonumber(ARGV[1]), tonumber(ARGV[2])
local length = redis.call('LLEN', finished)
local first = redis.call('LINDEX', finished, 0) or ''
local tasks = {}
if ARGV[3] == '' or ARGV[3] == first then
  if length > from and count > 0 then
    local keys = redis.call('LRANGE', finished, from, from + count - 1)
    for i = 1, #keys do
      tasks[#tasks + 1] = keys[i]
      tasks[#tasks + 1] = redis.call('HGETALL', prefix .. 'task:' .. keys[i])
    end
  elseif ARGV[4] ~= '' then
    register_waiter(ARGV[4], 'results')
  end
end
return { length, first, tasks }
