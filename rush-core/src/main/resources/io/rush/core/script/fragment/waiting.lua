-- Registers a waiter with what it waits for. Waiters that died vanish once nobody registers for a while.
local WAITING_EXPIRE_MS = 10000

local function register_waiter(waiter, interest)
  local waiting = prefix .. 'waiting'
  redis.call('HSET', waiting, waiter, interest)
  redis.call('PEXPIRE', waiting, WAITING_EXPIRE_MS)
end
