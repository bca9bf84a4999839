-- Asks workers to leave after their current task.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV     worker ids
-- Returns  per worker, 1 if it is asked to leave, 0 if it is not of the network
-- Blind resend: workers that were asked are asked again, to no further effect
local prefix = KEYS[1]
--@include wake

local answers = {}
for i, worker in ipairs(ARGV) do
  local state = redis.call('HGET', prefix .. 'workers', worker)
  answers[i] = state and 1 or 0
  if state then
    local epoch = string.match(state, ' (%d+)$')
    redis.call('HSET', prefix .. 'workers', worker, 'terminating ' .. epoch)
    wake_worker(worker)
    if state == 'pre 0' and redis.call('HEXISTS', prefix .. 'worker:' .. worker, 'remote') == 1 then
      wake(worker)
    end
  end
end
return answers
