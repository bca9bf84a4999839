-- A worker that is about to start tells which process it is, and asks for its start arguments.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  worker id
-- ARGV[2]  host name
-- ARGV[3]  process id
-- ARGV[4]  its process, as <space> <process id> <start>
-- Returns  standing of the worker (0 about to start, 1 asked to leave, 2 gone or at work), then the start arguments as
--          JSON, '' if there are none
-- Blind resend: the same process is noted again
local prefix = KEYS[1]

local EXPECTED, TERMINATING, GONE = 0, 1, 2
local info = prefix .. 'worker:' .. ARGV[1]
local state = redis.call('HGET', prefix .. 'workers', ARGV[1])
local standing = GONE
if state == 'pre 0' then
  standing = EXPECTED
elseif state == 'terminating 0' then
  standing = TERMINATING
end
if standing ~= GONE then
  redis.call('HSET', info, 'host', ARGV[2], 'pid', ARGV[3], 'process', ARGV[4])
end
return { standing, redis.call('HGET', info, 'start') or '' }
