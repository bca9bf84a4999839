-- What a worker left behind when it left: running tasks fail, or are retried by their policy; those that it had
-- reserved and not begun, and those of its own queue, go to the shared queue.
local PAGE = 500
local UNKNOWN_WORKER = '{"cause":"lost","message":"The worker is not known to the network"}'

local function is_live(worker, epoch)
  local state = redis.call('HGET', prefix .. 'workers', worker)
  return state and string.match(state, ' (%d+)$') == epoch
end

-- Whether a feed had reserved the attempt and its worker did not say that it has begun. A mark of another epoch says
-- nothing.
local function is_unbegun(worker, epoch, attempt)
  local feed, number = string.match(attempt, '^(%d+r)(%d+)$')
  local mark = feed and redis.call('HGET', prefix .. 'worker:' .. worker, 'begun:' .. feed) or ''
  local begun = string.match(mark, '^' .. epoch .. '%-(%d+)$')
  return begun ~= nil and tonumber(number) > tonumber(begun)
end

-- Puts tasks that did not begin back to the front of the queue in the order in which they were taken, at no retry. They
-- may have begun all the same just before the worker was lost, so each is noted as returned.
local function put_back(unbegun)
  table.sort(unbegun, function(one, other)
    return one.number > other.number
  end)
  for _, entry in ipairs(unbegun) do
    redis.call('HDEL', prefix .. 'running', entry.owner)
    redis.call('HSET', prefix .. 'task:' .. entry.key, 'returned', 1)
    redis.call('LPUSH', prefix .. 'queue', entry.key)
  end
  if #unbegun > 0 then
    wake_idle(#unbegun)
  end
end

-- Settles one page of running tasks whose worker is gone; returns the next cursor, '0' at the end.
local function settle_orphans(cursor)
  local page = redis.call('HSCAN', prefix .. 'running', cursor, 'COUNT', PAGE)
  local entries, settled, unbegun = page[2], {}, {}
  for i = 1, #entries, 2 do
    local owner, key = entries[i], entries[i + 1]
    local worker, epoch, attempt = string.match(owner, '^(.+):(%d+)%-(%w+)$')
    if not is_live(worker, epoch) then
      if is_unbegun(worker, epoch, attempt) then
        unbegun[#unbegun + 1] = { owner = owner, key = key, number = tonumber(string.match(attempt, '%d+$')) }
      else
        local condition = redis.call('HGET', prefix .. 'worker:' .. worker, 'condition') or UNKNOWN_WORKER
        redis.call('HDEL', prefix .. 'running', owner)
        redis.call('HSET', prefix .. 'task:' .. key, 'condition', condition, 'owner', without_epoch(owner))
        settled[key] = settle_failed(key)
      end
    end
  end
  put_back(unbegun)
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
