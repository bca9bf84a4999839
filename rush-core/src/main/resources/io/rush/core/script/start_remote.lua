-- Hands out the start arguments of remote workers. Those that wait get them now, on one page of the workers; for those
-- that come later they are kept.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  token of this start, the same for all its pages
-- ARGV[2]  start arguments, as JSON
-- ARGV[3]  name of what they run
-- ARGV[4]  cursor: '0' at first, then the one returned
-- Returns  cursor of the next call, '0' at the end, then ids of the workers that were handed them
-- Blind resend: workers that have these arguments are named again
local prefix = KEYS[1]
--@include wake

local PAGE = 500
local token = ARGV[1]
local page = redis.call('HSCAN', prefix .. 'workers', ARGV[4], 'COUNT', PAGE)
local entries, answer = page[2], { page[1] }
local time = redis.call('TIME')
local now = string.format('%d', time[1] * 1000 + math.floor(time[2] / 1000))
redis.call('HSET', prefix .. 'remote_start', 'start', ARGV[2], 'runs', ARGV[3])
for i = 1, #entries, 2 do
  local info = prefix .. 'worker:' .. entries[i]
  local known = redis.call('HMGET', info, 'remote', 'start', 'handed_out')
  local waits = entries[i + 1] == 'pre 0' and known[1] and not known[2]
  if waits then
    redis.call('HSET', info, 'start', ARGV[2], 'runs', ARGV[3], 'handed_out', token, 'announced_ms', now)
    wake(entries[i])
  end
  if waits or known[3] == token then
    answer[#answer + 1] = entries[i]
  end
end
return answer
