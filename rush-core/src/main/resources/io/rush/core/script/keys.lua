-- Keys of the tasks in several states, as one moment.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV     any of 'queued', 'priority', 'delayed', 'running', 'failed', 'finished', 'nothing'
-- Returns  per argument:
--          queued    keys in the order of the queue
--          priority  per worker with a queue of its own: worker id, then an array of keys in the order of the queue
--          delayed   keys, the next one first
--          running   keys and their owners in turn
--          failed    keys, the latest last
--          finished  number of finished tasks; their keys never change place and can be read afterwards
--          nothing   an empty array
local prefix = KEYS[1]
--@include own_queues

local read = {}

function read.queued()
  return redis.call('LRANGE', prefix .. 'queue', 0, -1)
end

function read.priority()
  local queues = {}
  for _, worker in ipairs(owners_of_queues()) do
    local keys = redis.call('LRANGE', prefix .. 'queue:' .. worker, 0, -1)
    if #keys > 0 then
      queues[#queues + 1] = worker
      queues[#queues + 1] = keys
    end
  end
  return queues
end

function read.delayed()
  return redis.call('ZRANGE', prefix .. 'delayed', 0, -1)
end

function read.running()
  local entries, turned = redis.call('HGETALL', prefix .. 'running'), {}
  for i = 1, #entries, 2 do
    turned[i] = entries[i + 1]
    turned[i + 1] = entries[i]
  end
  return turned
end

function read.failed()
  return redis.call('ZRANGE', prefix .. 'failed', 0, -1)
end

function read.finished()
  return redis.call('LLEN', prefix .. 'finished')
end

function read.nothing()
  return {}
end

local answers = {}
for i = 1, #ARGV do
  answers[i] = read[ARGV[i]]()
end
return answers
