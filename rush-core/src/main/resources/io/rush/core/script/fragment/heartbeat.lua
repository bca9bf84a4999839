-- Notes which heartbeat a worker has, with a first sign of life that lasts so many milliseconds; or that it has none.
local function begin_heartbeat(worker, epoch, period_ms, expire_ms, first_ms)
  local info = prefix .. 'worker:' .. worker
  if expire_ms == '' then
    redis.call('HDEL', info, 'period_ms', 'expire_ms', 'seen_ms')
    redis.call('DEL', prefix .. 'heartbeat:' .. worker)
    return
  end
  local time = redis.call('TIME')
  redis.call('HSET', info, 'period_ms', period_ms, 'expire_ms', expire_ms, 'seen_ms',
    string.format('%d', time[1] * 1000 + math.floor(time[2] / 1000)))
  redis.call('SET', prefix .. 'heartbeat:' .. worker, epoch, 'PX', first_ms)
end
