-- A worker says that it is alive, and asks how it stands.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  worker id
-- ARGV[2]  epoch of the worker, 0 before it has registered
-- ARGV[3]  how long this sign of life lasts, in milliseconds
-- Returns  standing of the worker (0 of the network, 1 asked to leave, 2 gone), then, of one that is gone, how it left:
--          'terminated', 'killed' or 'lost'; '' if the network does not know it
-- Blind resend: the sign of life lasts from the second sending on
local prefix = KEYS[1]

local MEMBER, TERMINATING, GONE = 0, 1, 2
local worker, epoch = ARGV[1], ARGV[2]
local state = redis.call('HGET', prefix .. 'workers', worker)
local standing = GONE
if state == 'running ' .. epoch or state == 'pre ' .. epoch then
  standing = MEMBER
elseif state == 'terminating ' .. epoch then
  standing = TERMINATING
end
if standing == GONE then
  return { GONE, redis.call('HGET', prefix .. 'departed', worker) or '' }
end
local time = redis.call('TIME')
redis.call('SET', prefix .. 'heartbeat:' .. worker, epoch, 'PX', ARGV[3])
redis.call('HSET', prefix .. 'worker:' .. worker, 'seen_ms',
  string.format('%d', time[1] * 1000 + math.floor(time[2] / 1000)))
return { standing, '' }
