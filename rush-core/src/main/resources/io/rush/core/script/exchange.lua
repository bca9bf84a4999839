-- A worker hands in results and takes tasks. running to finished, running to failed, queued to running.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  worker id
-- ARGV[2]  epoch of the worker
-- ARGV[3]  number of the first attempt; the tasks that are taken get consecutive numbers
-- ARGV[4]  number of tasks to take at most
-- ARGV[5]  '1' to register the worker as idle when no task is queued, else '0'
-- ARGV[6]  '1' if the worker may still be registered as idle from an earlier call, else '0'
-- ARGV[7]  number n of fields to read from each task that is taken, followed by their n names
-- then per result:
--          key
--          attempt as <epoch>-<number>
--          'ys' for outputs or 'condition' for a failure
--          value of that field
--          value of the field ys_extra, or ''
-- Returns  1. standing of the worker: 0 running, 1 asked to leave, 2 gone
--          2. 1 if no task is queued and workers are to terminate then, else 0
--          3. per result, 1 if it counts, else 0
--          4. per task that is taken: key, number of the attempt, then an array of the n values
-- Wins     the first who settles a task: a result counts if the task still runs for this worker and attempt. A task goes
--          to the first who takes it; the worker's own queue comes before the shared queue
-- Blind resend: a result that this very attempt stored counts again; tasks that already run under the attempt
--          numbers of this call are returned again instead of new ones
local prefix = KEYS[1]
--@include wake
--@include notify
--@include standing
--@include settle
--@include write_task

local MISSING = '{"cause":"error","message":"The data of the task was missing in Redis when it was taken from the queue"}'
local worker, epoch = ARGV[1], ARGV[2]
local first_attempt, wanted = tonumber(ARGV[3]), tonumber(ARGV[4])
local running = prefix .. 'running'
local standing = standing_of(worker, epoch)
local fields, position = read_names(7)
local counted, settled, finished = {}, {}, false

local function owner_of(attempt)
  return worker .. ':' .. epoch .. '-' .. string.format('%d', attempt)
end

local function was_stored(task, owner, field, value)
  local stored = redis.call('HMGET', task, 'owner', field)
  return stored[1] == owner and stored[2] == value
end

local function store(key, owner, field, value, extra)
  local task = prefix .. 'task:' .. key
  if standing == GONE or redis.call('HGET', running, owner) ~= key then
    return was_stored(task, owner, field, value)
  end
  redis.call('HDEL', running, owner)
  if extra ~= '' then
    redis.call('HSET', task, field, value, 'owner', owner, 'ys_extra', extra)
  else
    redis.call('HSET', task, field, value, 'owner', owner)
  end
  if field == 'ys' then
    mark_finished(key)
    finished = true
  else
    mark_failed(key)
  end
  settled[key] = true
  return true
end

while position <= #ARGV do
  local owner = worker .. ':' .. ARGV[position + 1]
  local counts = store(ARGV[position], owner, ARGV[position + 2], ARGV[position + 3], ARGV[position + 4])
  counted[#counted + 1] = counts and 1 or 0
  position = position + 5
end
if next(settled) then
  notify_settled(settled, finished)
end

local taken, count = {}, 0

local function hand_out(key, attempt, values)
  count = count + 1
  taken[#taken + 1] = key
  taken[#taken + 1] = attempt
  taken[#taken + 1] = values
end

local function read(key)
  if #fields == 0 then
    return {}
  end
  return redis.call('HMGET', prefix .. 'task:' .. key, unpack(fields))
end

local function fail_missing(key)
  redis.call('HSET', prefix .. 'task:' .. key, 'condition', MISSING)
  mark_failed(key)
  notify_settled({ [key] = true }, false)
end

local function take_from(queue)
  while count < wanted do
    local key = redis.call('LPOP', queue)
    if not key then
      return
    end
    local values = read(key)
    if values[1] or redis.call('EXISTS', prefix .. 'task:' .. key) == 1 then
      local attempt = first_attempt + count
      redis.call('HSET', running, owner_of(attempt), key)
      hand_out(key, attempt, values)
    else
      fail_missing(key)
    end
  end
end

local function take_again()
  local owners = {}
  for i = 1, wanted do
    owners[i] = owner_of(first_attempt + i - 1)
  end
  for i, key in ipairs(redis.call('HMGET', running, unpack(owners))) do
    if key then
      hand_out(key, first_attempt + i - 1, read(key))
    end
  end
end

local idle = 0
if wanted > 0 and standing == RUNNING then
  take_again()
  if count == 0 then
    take_from(prefix .. 'queue:' .. worker)
    take_from(prefix .. 'queue')
  end
  if count == 0 then
    idle = redis.call('EXISTS', prefix .. 'terminate_on_idle')
  end
end
if count == 0 and idle == 0 and standing == RUNNING and ARGV[5] == '1' then
  redis.call('SADD', prefix .. 'idle', worker)
elseif ARGV[6] == '1' then
  redis.call('SREM', prefix .. 'idle', worker)
end
return { standing, idle, counted, taken }
