-- Deletes one page of what a reset left: task hashes first, then the structure that names them. At the end, whoever
-- waits for a task looks whether it is gone.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  number of tasks to delete at most
-- Returns  1 if there may be more, 0 at the end
-- Blind resend: deletes the next page
local prefix = KEYS[1]
--@include wake
--@include notify

local trash = prefix .. 'trash:'
local page = tonumber(ARGV[1])

local function delete_tasks(keys)
  for i, key in ipairs(keys) do
    keys[i] = prefix .. 'task:' .. key
  end
  if #keys > 0 then
    redis.call('UNLINK', unpack(keys))
  end
  return #keys > 0
end

local function sweep_list(name)
  local keys = redis.call('LRANGE', trash .. name, 0, page - 1)
  redis.call('LTRIM', trash .. name, #keys, -1)
  return delete_tasks(keys)
end

local function sweep_set(name)
  return delete_tasks(redis.call('SPOP', trash .. name, page))
end

local function sweep_sorted_set(name)
  local keys = redis.call('ZRANGE', trash .. name, 0, page - 1)
  redis.call('ZREMRANGEBYRANK', trash .. name, 0, page - 1)
  return delete_tasks(keys)
end

local function sweep_running()
  local cursor, entries, keys = '0', {}, {}
  repeat
    local scanned = redis.call('HSCAN', trash .. 'running', cursor, 'COUNT', page)
    cursor, entries = scanned[1], scanned[2]
  until #entries > 0 or cursor == '0'
  for i = 1, #entries, 2 do
    redis.call('HDEL', trash .. 'running', entries[i])
    keys[#keys + 1] = entries[i + 1]
  end
  return delete_tasks(keys)
end

local function sweep_queues()
  local worker = redis.call('LINDEX', trash .. 'queues', 0)
  if not worker then
    return false
  end
  if not sweep_list('queue:' .. worker) then
    redis.call('LPOP', trash .. 'queues')
  end
  return true
end

local more = sweep_list('finished') or sweep_list('queue') or sweep_running() or sweep_sorted_set('failed')
  or sweep_sorted_set('delayed') or sweep_set('hashes') or sweep_queues()
if not more then
  notify_workers()
end
return more and 1 or 0
