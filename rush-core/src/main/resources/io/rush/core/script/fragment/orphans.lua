-- What a worker left behind when it left: running tasks fail, tasks of its own queue go to the shared queue.
local PAGE = 500
local UNKNOWN_WORKER = '{"cause":"lost","message":"The worker is not known to the network"}'

local function is_live(worker, epoch)
  local state = redis.call('HGET', prefix .. 'workers', worker)
  return state and string.match(state, ' (%d+)$') == epoch
end

-- Fails one page of running tasks whose worker is gone; returns the next cursor, '0' at the end.
local function fail_orphans(cursor)
  local page = redis.call('HSCAN', prefix .. 'running', cursor, 'COUNT', PAGE)
  local entries, settled = page[2], {}
  for i = 1, #entries, 2 do
    local owner, key = entries[i], entries[i + 1]
    local worker, epoch = string.match(owner, '^(.+):(%d+)%-%d+$')
    if not is_live(worker, epoch) then
      local condition = redis.call('HGET', prefix .. 'worker:' .. worker, 'condition') or UNKNOWN_WORKER
      redis.call('HDEL', prefix .. 'running', owner)
      redis.call('HSET', prefix .. 'task:' .. key, 'condition', condition, 'owner', owner)
      mark_failed(key)
      settled[key] = true
    end
  end
  notify_settled(settled, false)
  return page[1]
end

-- Moves one page of a worker's own queue to the end of the shared queue; returns how many tasks are left in it.
local function release_queue(worker)
  local own = prefix .. 'queue:' .. worker
  local keys = redis.call('LRANGE', own, 0, PAGE - 1)
  if #keys > 0 then
    redis.call('LTRIM', own, #keys, -1)
    redis.call('RPUSH', prefix .. 'queue', unpack(keys))
    wake_idle(#keys)
  end
  return redis.call('LLEN', own)
end

-- Notes whether a worker that left is settled, so that somebody else goes on if the caller cannot.
local function note_unsettled(worker, cursor)
  if cursor == '0' then
    redis.call('SREM', prefix .. 'unsettled', worker)
  else
    redis.call('SADD', prefix .. 'unsettled', worker)
  end
end
