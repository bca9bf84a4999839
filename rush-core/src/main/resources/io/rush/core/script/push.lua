-- Queues new tasks in order. - to queued.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  '1' if workers terminate once no task is queued, else '0'
-- ARGV[2]  number n of fields, followed by their n names
-- then per task:
--          key
--          id of the worker whose own queue it goes to, or '' for the shared queue
--          n values, '' for a field the task does not have
-- Returns  number of tasks that were created
-- Wins     the first writer of a key; a task whose key exists is left as it is
-- Blind resend: the same tasks exist and are left as they are; the answer is 0, which callers do not tell apart
local prefix = KEYS[1]
--@include write_task

local idle = prefix .. 'idle'
local fields, position = read_names(2)
local shared, created = {}, 0
local lists = { [''] = shared }
for first = position, #ARGV, 2 + #fields do
  local key, worker = ARGV[first], ARGV[first + 1]
  if write_task(key, fields, first + 2) then
    created = created + 1
    local list = lists[worker]
    if not list then
      local state = redis.call('HGET', prefix .. 'workers', worker)
      list = state and string.sub(state, 1, 11) ~= 'terminating' and {} or shared
      lists[worker] = list
    end
    list[#list + 1] = key
  end
end

local woken = {}
for worker, keys in pairs(lists) do
  if keys ~= shared then
    redis.call('RPUSH', prefix .. 'queue:' .. worker, unpack(keys))
    if redis.call('SREM', idle, worker) == 1 then
      woken[#woken + 1] = worker
    end
  end
end
if #shared > 0 then
  redis.call('RPUSH', prefix .. 'queue', unpack(shared))
  for _, worker in ipairs(redis.call('SPOP', idle, #shared)) do
    woken[#woken + 1] = worker
  end
end
if ARGV[1] == '1' then
  redis.call('SET', prefix .. 'terminate_on_idle', '1')
  for _, worker in ipairs(redis.call('SPOP', idle, redis.call('SCARD', idle))) do
    woken[#woken + 1] = worker
  end
else
  redis.call('DEL', prefix .. 'terminate_on_idle')
end
if #woken > 0 then
--@include wake
  for _, worker in ipairs(woken) do
    wake(worker)
  end
end
return created
