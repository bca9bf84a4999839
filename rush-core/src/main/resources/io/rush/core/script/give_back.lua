-- A feed of a worker gives back the tasks that it reserved and that did not begin. running to queued, at the front of
-- the shared queue.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  worker id
-- ARGV[2]  epoch of the worker
-- ARGV[3]  feed, as <feed>r
-- then     numbers of the attempts, in the order in which the tasks were taken
-- Returns  number of tasks that went back
-- Wins     the first who settles a task, or finds that the worker is gone
-- Blind resend: nothing is left to give back; the answer is 0, which callers do not tell apart
local prefix = KEYS[1]
--@include wake

local running = prefix .. 'running'
local owner_prefix = ARGV[1] .. ':' .. ARGV[2] .. '-' .. ARGV[3]
local keys = {}
for i = #ARGV, 4, -1 do
  local key = redis.call('HGET', running, owner_prefix .. ARGV[i])
  if key then
    redis.call('HDEL', running, owner_prefix .. ARGV[i])
    keys[#keys + 1] = key
  end
end
local info, mark = prefix .. 'worker:' .. ARGV[1], 'begun:' .. ARGV[3]
-- A later start of the worker has its own mark under this name.
if string.match(redis.call('HGET', info, mark) or '', '^%d+') == ARGV[2] then
  redis.call('HDEL', info, mark)
end
if #keys > 0 then
  redis.call('LPUSH', prefix .. 'queue', unpack(keys))
  wake_idle(#keys)
end
return #keys
