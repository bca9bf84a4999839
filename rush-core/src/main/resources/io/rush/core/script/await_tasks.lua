-- Looks which tasks are neither finished nor failed. If there are workers, registers who waits for the last of them.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  id of the waiter, or '' not to register
-- ARGV[2]  how long a worker may take to register after it was announced, in milliseconds; one that took longer does
--          not count
-- then     keys of the tasks
-- Returns  number of workers that are starting or running, number of failed tasks, then positions of the open tasks
--          (from 1), negative where the task is unknown
local prefix = KEYS[1]
--@include waiting

local function is_expected(worker, now)
  local announced = redis.call('HGET', prefix .. 'worker:' .. worker, 'announced_ms')
  return not announced or now - announced < tonumber(ARGV[2])
end

local function count_workers()
  local workers, time = redis.call('HGETALL', prefix .. 'workers'), redis.call('TIME')
  local now, count = time[1] * 1000 + time[2] / 1000, 0
  for i = 1, #workers, 2 do
    if not string.match(workers[i + 1], ' 0$') or is_expected(workers[i], now) then
      count = count + 1
    end
  end
  return count
end

local answer = { count_workers(), 0 }
local last
for i = 3, #ARGV do
  local key = ARGV[i]
  local task = prefix .. 'task:' .. key
  if redis.call('HEXISTS', task, 'ys') == 0 then
    if redis.call('ZSCORE', prefix .. 'failed', key) then
      answer[2] = answer[2] + 1
    else
      local known = redis.call('EXISTS', task) == 1
      answer[#answer + 1] = known and i - 2 or 2 - i
      last = key
    end
  end
end
if last and answer[1] > 0 and ARGV[1] ~= '' then
  register_waiter(ARGV[1], 'task ' .. last)
end
return answer
