-- Looks which workers may have died without leaving, on one page of the workers.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  cursor: '0' at first, then the one returned
-- ARGV[2]  process space of the caller: processes of other spaces are not for it to judge
-- Returns  1. cursor of the next call, '0' at the end
--          2. number of workers on this page
--          3. ids of the workers that left without being settled to the end
--          then per suspect: id, epoch, and the process to look at, as <space> <process id> <start>: that of the
--          worker, or of who announced it if it has not spoken to Redis; '' if its heartbeat has stopped
local prefix = KEYS[1]

local PAGE = 500
local own_space = ARGV[2] .. ' '
local page = redis.call('HSCAN', prefix .. 'workers', ARGV[1], 'COUNT', PAGE)
local entries = page[2]
local answer = { page[1], #entries / 2, redis.call('SMEMBERS', prefix .. 'unsettled') }
for i = 1, #entries, 2 do
  local worker = entries[i]
  local epoch = string.match(entries[i + 1], ' (%d+)$')
  local info = redis.call('HMGET', prefix .. 'worker:' .. worker, 'expire_ms', 'process', 'announced_by')
  local process = info[2] or info[3]
  local suspect = process and string.sub(process, 1, #own_space) == own_space
  if info[1] then
    suspect, process = redis.call('EXISTS', prefix .. 'heartbeat:' .. worker) == 0, ''
  end
  if suspect then
    answer[#answer + 1] = worker
    answer[#answer + 1] = epoch
    answer[#answer + 1] = process
  end
end
return answer
