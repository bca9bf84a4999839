-- How a worker stands, without a result and without taking a task.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  worker id
-- ARGV[2]  epoch of the worker
-- Returns  standing of the worker (0 running, 1 asked to leave, 2 gone), then 1 if no task is queued and workers are to
--          terminate then, else 0
local prefix = KEYS[1]
--@include standing

local worker = ARGV[1]
local empty = redis.call('EXISTS', prefix .. 'queue', prefix .. 'queue:' .. worker, prefix .. 'delayed') == 0
local idle = empty and redis.call('EXISTS', prefix .. 'terminate_on_idle') or 0
return { standing_of(worker, ARGV[2]), idle }
