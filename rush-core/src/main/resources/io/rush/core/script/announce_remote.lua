-- A remote worker makes itself known and waits for its start arguments. - to pre.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  worker id
-- ARGV[2]  token of this start of the worker, not used by any other
-- ARGV[3]  host name
-- ARGV[4]  process id
-- ARGV[5]  its process, as <space> <process id> <start>
-- ARGV[6]  period of its heartbeat, in milliseconds, or '' if it has none
-- ARGV[7]  how long a heartbeat lasts, in milliseconds, or ''
-- Returns  1, or 0 if a worker of that id is at work or about to start
-- Wins     the first start of that id
-- Blind resend: the same token gets 1 again
local prefix = KEYS[1]
--@include wake
--@include notify
--@include heartbeat

local worker, token = ARGV[1], ARGV[2]
local info = prefix .. 'worker:' .. worker
if redis.call('HEXISTS', prefix .. 'workers', worker) == 1 then
  return redis.call('HGET', info, 'token') == token and 1 or 0
end
local number = redis.call('HLEN', prefix .. 'workers') + redis.call('HLEN', prefix .. 'departed')
redis.call('HDEL', prefix .. 'departed', worker)
redis.call('HDEL', info, 'condition', 'kind', 'start', 'runs', 'handed_out', 'epoch', 'started_ms', 'announced_by')
redis.call('HSETNX', info, 'number', number)
redis.call('HSET', prefix .. 'workers', worker, 'pre 0')
local time = redis.call('TIME')
redis.call('HSET', info, 'token', token, 'remote', 1, 'host', ARGV[3], 'pid', ARGV[4], 'process', ARGV[5],
  'announced_ms', string.format('%d', time[1] * 1000 + math.floor(time[2] / 1000)))
begin_heartbeat(worker, '0', ARGV[6], ARGV[7], ARGV[7])
local start = redis.call('HMGET', prefix .. 'remote_start', 'start', 'runs')
if start[1] then
  redis.call('HSET', info, 'start', start[1], 'runs', start[2])
end
notify_workers()
return 1
