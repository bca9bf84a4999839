-- Wakes one waiter, which blocks on its wake list. The list expires by itself when the waiter is gone.
local WAKE_EXPIRE_MS = 10000

local function wake(waiter)
  local list = prefix .. 'wake:' .. waiter
  redis.call('RPUSH', list, 1)
  redis.call('PEXPIRE', list, WAKE_EXPIRE_MS)
end

-- Wakes up to count workers that wait for tasks; each is no longer idle.
local function wake_idle(count)
  local woken = redis.call('SPOP', prefix .. 'idle', count)
  for i = 1, #woken do
    wake(woken[i])
  end
end

-- Wakes a worker if it waits for tasks.
local function wake_worker(worker)
  if redis.call('SREM', prefix .. 'idle', worker) == 1 then
    wake(worker)
  end
end
