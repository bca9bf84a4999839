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
--@include wake
--@include write_task

local function own_queue_of(worker)
  if worker ~= '' then
    local state = redis.call('HGET', prefix .. 'workers', worker)
    if state and string.sub(state, 1, 11) ~= 'terminating' then
      return prefix .. 'queue:' .. worker
    end
  end
  return nil
end

local fields, position = read_names(2)
local shared, created = {}, 0
while position <= #ARGV do
  local key, worker = ARGV[position], ARGV[position + 1]
  if write_task(key, fields, position + 2) then
    created = created + 1
    local own = own_queue_of(worker)
    if own then
      redis.call('RPUSH', own, key)
      wake_worker(worker)
    else
      shared[#shared + 1] = key
    end
  end
  position = position + 2 + #fields
end
if #shared > 0 then
  redis.call('RPUSH', prefix .. 'queue', unpack(shared))
  wake_idle(#shared)
end
if ARGV[1] == '1' then
  redis.call('SET', prefix .. 'terminate_on_idle', '1')
  wake_idle(redis.call('SCARD', prefix .. 'idle'))
else
  redis.call('DEL', prefix .. 'terminate_on_idle')
end
return created
