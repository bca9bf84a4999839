-- A worker hands in results and takes tasks. running to finished, running to failed, queued to running; running to
-- queued where a policy retries what failed.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  worker id
-- ARGV[2]  epoch of the worker
-- ARGV[3]  number of the first attempt; the tasks that are taken get consecutive numbers
-- ARGV[4]  number of tasks to take at most
-- ARGV[5]  '1' to register the worker as idle when no task is queued, else '0'
-- ARGV[6]  '1' if the worker may still be registered as idle from an earlier call, else '0'
-- ARGV[7]  '' if the tasks that are taken begin at once. Else they are reserved by a feed of the worker, and this is
--          the last of its attempts that has begun, as <feed>r<number>; attempts are then named like that
-- ARGV[8]  number n of fields to read from each task that is taken, followed by their n names
-- then per result:
--          key
--          attempt: <number>, or <feed>r<number>
--          'ys' for outputs or 'condition' for a failure
--          value of that field
--          value of the field ys_extra, or ''
-- Returns  1. standing of the worker: 0 running, 1 asked to leave, 2 gone
--          2. 2 if the queues are empty but tasks are delayed, see promote; else 1 if no task is queued and workers are
--          to terminate then, else 0
--          3. number of results that do not count, followed by their positions, from 0
--          then per task that is taken: key, number of the attempt, an array of the n values
-- Wins     the first who settles a task: a result counts if its attempt still runs. A task goes to the first who takes
--          it; the worker's own queue comes before the shared queue
-- Blind resend: a result that this very attempt stored counts again, also where the task was retried; tasks that
--          already run under the attempt numbers of this call are returned again instead of new ones
local prefix = KEYS[1]
local call = redis.call

-- No functions here: each that a script creates costs as much as a command, and this runs once a task.
local RUNNING, TERMINATING, GONE = 0, 1, 2
local TO_LEAVE, DELAYED = 1, 2
local MISSING = '{"cause":"error","message":"The data of the task was missing in Redis when it was taken from the queue"}'
local worker, epoch = ARGV[1], ARGV[2]
local wanted, last_field = tonumber(ARGV[4]), 8 + ARGV[8]
local running = prefix .. 'running'
local owner_prefix = worker .. ':' .. epoch .. '-'
local standing = GONE
local state = call('HGET', prefix .. 'workers', worker)
if state == 'running ' .. epoch then
  standing = RUNNING
elseif state == 'terminating ' .. epoch then
  standing = TERMINATING
end

local answer, length = { standing, 0, 0 }, 3
local finished, failed = {}, {}
for i = last_field + 1, #ARGV, 5 do
  local key, owner, field = ARGV[i], worker .. ':' .. ARGV[i + 1], ARGV[i + 2]
  local task = prefix .. 'task:' .. key
  if standing ~= GONE and call('HDEL', running, owner_prefix .. ARGV[i + 1]) == 1 then
    if ARGV[i + 4] == '' then
      call('HSET', task, field, ARGV[i + 3], 'owner', owner)
    else
      call('HSET', task, field, ARGV[i + 3], 'owner', owner, 'ys_extra', ARGV[i + 4])
    end
    if field == 'ys' then
      finished[#finished + 1] = key
    else
      failed[#failed + 1] = key
    end
  else
    local stored = call('HMGET', task, 'owner', field, 'last_condition')
    local value = stored[2] or (field == 'condition' and stored[3])
    if stored[1] ~= owner or value ~= ARGV[i + 3] then
      length = length + 1
      answer[length] = (i - last_field - 1) / 5
    end
  end
end
local refused = length - 3
answer[3] = refused
if finished[1] then
  call('RPUSH', prefix .. 'finished', unpack(finished))
end

if ARGV[7] ~= '' then
  local feed, begun = string.match(ARGV[7], '^(%d+r)(%d+)$')
  owner_prefix = owner_prefix .. feed
  if standing ~= GONE then
    call('HSET', prefix .. 'worker:' .. worker, 'begun:' .. feed, epoch .. '-' .. begun)
  end
end
local count, idle = 0, 0
if wanted > 0 and standing == RUNNING then
  local first, taken = ARGV[3], {}
  -- A call whose results count only now was not executed before.
  if not finished[1] and not failed[1] then
    for i = 1, wanted do
      taken[i] = owner_prefix .. first + i - 1
    end
    local keys = call('HMGET', running, unpack(taken))
    for i = 1, wanted do
      if keys[i] then
        answer[length + 1] = keys[i]
        answer[length + 2] = first + i - 1
        answer[length + 3] = call('HMGET', prefix .. 'task:' .. keys[i], unpack(ARGV, 9, last_field))
        length = length + 3
        count = count + 1
      end
    end
  end
  if count == 0 then
    local queue, own = prefix .. 'queue:' .. worker, true
    repeat
      local keys = wanted == 1 and { call('LPOP', queue) } or call('LPOP', queue, wanted - count)
      if keys and keys[1] then
        for i = 1, #keys do
          local key = keys[i]
          local task = prefix .. 'task:' .. key
          local values = call('HMGET', task, unpack(ARGV, 9, last_field))
          if values[1] or call('EXISTS', task) == 1 then
            local attempt = first + count
            taken[count * 2 + 1] = owner_prefix .. attempt
            taken[count * 2 + 2] = key
            answer[length + 1] = key
            answer[length + 2] = attempt
            answer[length + 3] = values
            length = length + 3
            count = count + 1
          else
            call('HSET', task, 'condition', MISSING)
            failed[#failed + 1] = key
          end
        end
      elseif own then
        queue, own = prefix .. 'queue', false
      else
        break
      end
    until count == wanted
    if count > 0 then
      call('HSET', running, unpack(taken, 1, count * 2))
    end
  end
end

if failed[1] or (finished[1] and call('EXISTS', prefix .. 'waiting') == 1) then
--@include wake
--@include notify
  local settled = {}
  if failed[1] then
--@include settle
--@include settle_failed
    for _, key in ipairs(failed) do
      settled[key] = settle_failed(key)
    end
  end
  for _, key in ipairs(finished) do
    settled[key] = true
  end
  notify_settled(settled, finished[1] ~= nil)
end
if wanted > 0 and standing == RUNNING and count == 0 then
  idle = call('EXISTS', prefix .. 'terminate_on_idle', prefix .. 'delayed')
  if idle > 0 and call('EXISTS', prefix .. 'delayed') == 1 then
    idle = DELAYED
  end
  answer[2] = idle
end
if ARGV[5] == '1' and count == 0 and idle ~= TO_LEAVE and standing == RUNNING then
  call('SADD', prefix .. 'idle', worker)
elseif ARGV[6] == '1' then
  call('SREM', prefix .. 'idle', worker)
end
return answer
