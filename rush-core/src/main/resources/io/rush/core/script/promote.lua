-- Moves tasks that were delayed and are due to the end of the shared queue. They are queued before and after.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  number of tasks to move at most
-- Returns  number of tasks that were moved, then the time until the next is due, in milliseconds and rounded up, or -1
--          if none is delayed
-- Blind resend: moves what is due by then
local prefix = KEYS[1]
local delayed = prefix .. 'delayed'
if redis.call('EXISTS', delayed) == 0 then
  return { 0, -1 }
end
--@include wake

local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local due = redis.call('ZRANGEBYSCORE', delayed, '-inf', now, 'LIMIT', 0, ARGV[1])
if #due > 0 then
  redis.call('ZREM', delayed, unpack(due))
  redis.call('RPUSH', prefix .. 'queue', unpack(due))
  wake_idle(#due)
end
local following = redis.call('ZRANGE', delayed, 0, 0, 'WITHSCORES')
if not following[2] then
  return { #due, -1 }
end
return { #due, math.max(0, math.ceil((following[2] - now) / 1000)) }
