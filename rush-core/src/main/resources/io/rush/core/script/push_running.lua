-- Creates tasks that run for their worker at once. - to running.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  worker id
-- ARGV[2]  epoch of the worker
-- ARGV[3]  number of the first attempt; the tasks take consecutive numbers
-- ARGV[4]  number n of fields, followed by their n names
-- then per task:
--          key
--          n values, '' for a field the task does not have
-- Returns  1, or 0 if the worker is gone; nothing is written then
-- Wins     the first writer of a key; a task whose key exists is left as it is
-- Blind resend: the same tasks exist and are left as they are
local prefix = KEYS[1]
--@include standing
--@include write_task

local worker, epoch, attempt = ARGV[1], ARGV[2], tonumber(ARGV[3])
if standing_of(worker, epoch) == GONE then
  return 0
end
local fields, position = read_names(4)
while position <= #ARGV do
  local key = ARGV[position]
  if write_task(key, fields, position + 1) then
    redis.call('HSET', prefix .. 'running', worker .. ':' .. epoch .. '-' .. string.format('%d', attempt), key)
  end
  attempt = attempt + 1
  position = position + 1 + #fields
end
return 1
