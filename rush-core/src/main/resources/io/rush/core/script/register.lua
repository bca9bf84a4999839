-- A worker enters the network. pre to running, - to running.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  worker id
-- ARGV[2]  token of this start of the worker, not used by any other
-- ARGV[3]  '1' if the worker must have been announced, else '0'
-- ARGV[4]  host name
-- ARGV[5]  process id
-- ARGV[6]  its process, as <space> <process id> <start>
-- ARGV[7]  period of its heartbeat, in milliseconds, or '' if it has none
-- ARGV[8]  how long a heartbeat lasts, in milliseconds, or ''
-- ARGV[9]  '1' if it is a remote worker, else '0'
-- Returns  epoch of the worker, a time that no other start of that id has, even after a reset; 0 if it was not
--          announced or is no longer expected; -1 if a worker of that id is at work
-- Wins     the first start that registers
-- Blind resend: the same token gets the same epoch
local prefix = KEYS[1]
--@include wake
--@include notify
--@include heartbeat

local NOT_EXPECTED, IN_USE = 0, -1
local worker, token = ARGV[1], ARGV[2]
local info = prefix .. 'worker:' .. worker
local state = redis.call('HGET', prefix .. 'workers', worker)

local function enter(next_state)
  local number = redis.call('HLEN', prefix .. 'workers') + redis.call('HLEN', prefix .. 'departed')
  local time = redis.call('TIME')
  local epoch = string.format('%d', time[1] * 1000000 + time[2])
  redis.call('HSETNX', info, 'number', number)
  redis.call('HSET', prefix .. 'workers', worker, next_state .. ' ' .. epoch)
  redis.call('HDEL', prefix .. 'departed', worker)
  redis.call('HDEL', info, 'condition')
  redis.call('HSET', info, 'token', token, 'epoch', epoch, 'host', ARGV[4], 'pid', ARGV[5], 'process', ARGV[6],
    'started_ms', string.format('%d', time[1] * 1000 + math.floor(time[2] / 1000)))
  if ARGV[9] == '1' then
    redis.call('HSET', info, 'remote', 1)
  end
  begin_heartbeat(worker, epoch, ARGV[7], ARGV[8], ARGV[8])
  notify_workers()
  return tonumber(epoch)
end

local known = redis.call('HMGET', info, 'token', 'epoch')
if state and known[1] == token then
  return tonumber(known[2])
elseif state == 'pre 0' then
  return enter('running')
elseif state == 'terminating 0' then
  return enter('terminating')
elseif state then
  return IN_USE
elseif ARGV[3] == '1' then
  return NOT_EXPECTED
end
return enter('running')
