-- Makes workers known that are about to start. - to pre.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  kind of the workers
-- ARGV[2]  start arguments, as JSON
-- then     worker ids
-- Returns  number of workers that were not known
-- Wins     the first; a worker that is known is left as it is
-- Blind resend: the workers are known and left as they are; the answer is 0, which callers do not tell apart
local prefix = KEYS[1]

local time = redis.call('TIME')
local now = string.format('%d', time[1] * 1000 + math.floor(time[2] / 1000))
local announced = 0
for i = 3, #ARGV do
  local worker = ARGV[i]
  local number = redis.call('HLEN', prefix .. 'workers') + redis.call('HLEN', prefix .. 'departed')
  if redis.call('HEXISTS', prefix .. 'departed', worker) == 0
    and redis.call('HSETNX', prefix .. 'workers', worker, 'pre 0') == 1 then
    redis.call('HSET', prefix .. 'worker:' .. worker, 'kind', ARGV[1], 'start', ARGV[2], 'number', number)
    redis.call('HSET', prefix .. 'worker:' .. worker, 'announced_ms', now)
    announced = announced + 1
  end
end
return announced
