-- How a worker stands with the network: RUNNING, TERMINATING (asked to leave), or GONE (killed, lost, or restarted as
-- another epoch).
local RUNNING, TERMINATING, GONE = 0, 1, 2

local function standing_of(worker, epoch)
  local state = redis.call('HGET', prefix .. 'workers', worker)
  if state == 'running ' .. epoch then
    return RUNNING
  elseif state == 'terminating ' .. epoch then
    return TERMINATING
  end
  return GONE
end
