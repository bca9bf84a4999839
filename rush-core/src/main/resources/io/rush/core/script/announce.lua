-- Makes workers known that are about to start. - to pre; when they are started anew, whatever they left as to pre.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  kind of the workers
-- ARGV[2]  start arguments, as JSON
-- ARGV[3]  name of what they run
-- ARGV[4]  process that announces them, as <space> <process id> <start>
-- ARGV[5]  period of their heartbeat, in milliseconds, or '' if they have none
-- ARGV[6]  how long a heartbeat lasts, in milliseconds, or ''
-- ARGV[7]  how long it may take until the first heartbeat, in milliseconds
-- ARGV[8]  '1' if the workers were started before, else '0'
-- then     worker ids
-- Returns  number of workers that were announced by this call
-- Wins     the first; a worker that is of the network is left as it is
-- Blind resend: the workers are known and left as they are; the answer is 0, which callers do not tell apart
local prefix = KEYS[1]
--@include heartbeat

local anew = ARGV[8] == '1'
local time = redis.call('TIME')
local now = string.format('%d', time[1] * 1000 + math.floor(time[2] / 1000))
local announced = 0
for i = 9, #ARGV do
  local worker = ARGV[i]
  local info = prefix .. 'worker:' .. worker
  local number = redis.call('HLEN', prefix .. 'workers') + redis.call('HLEN', prefix .. 'departed')
  if (anew or redis.call('HEXISTS', prefix .. 'departed', worker) == 0)
    and redis.call('HSETNX', prefix .. 'workers', worker, 'pre 0') == 1 then
    redis.call('HDEL', prefix .. 'departed', worker)
    redis.call('HDEL', info, 'condition', 'process', 'host', 'pid', 'started_ms')
    redis.call('HSETNX', info, 'number', number)
    redis.call('HSET', info, 'kind', ARGV[1], 'start', ARGV[2], 'runs', ARGV[3], 'announced_by', ARGV[4],
      'announced_ms', now)
    begin_heartbeat(worker, '0', ARGV[5], ARGV[6], ARGV[7])
    announced = announced + 1
  end
end
return announced
