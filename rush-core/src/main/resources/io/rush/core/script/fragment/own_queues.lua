-- Ids of the workers that may have a queue of their own: those of the network, and those that left but are not settled.
local function owners_of_queues()
  local workers = redis.call('HKEYS', prefix .. 'workers')
  for _, worker in ipairs(redis.call('SMEMBERS', prefix .. 'unsettled')) do
    if redis.call('HEXISTS', prefix .. 'workers', worker) == 0 then
      workers[#workers + 1] = worker
    end
  end
  return workers
end
