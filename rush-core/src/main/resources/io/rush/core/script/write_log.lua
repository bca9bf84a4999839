-- Appends what a worker logged to the log of the network, and cuts the log to its limit.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  worker id
-- ARGV[2]  epoch of the worker's start that logged it
-- ARGV[3]  number of the first entry among all of that start; the others follow by one
-- ARGV[4]  how many entries the log keeps where log_limit does not say
-- then per entry:
--          how long ago it was logged, in microseconds
--          level, logger, thread, message
--          throwable, or ''
-- Returns  1; 0 if the network does not know that start of the worker, or a later one: nothing is written then
-- Blind resend: entries up to the last number that was written are left out
local prefix = KEYS[1]

local FIELDS = 6
local worker, epoch = ARGV[1], ARGV[2]
local info = prefix .. 'worker:' .. worker
local known = redis.call('HMGET', info, 'epoch', 'logged')
if known[1] ~= epoch then
  return 0
end
local logged_epoch, logged = string.match(known[2] or '', '^(%d+)%-(%d+)$')
local last = logged_epoch == epoch and tonumber(logged) or 0
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local log = prefix .. 'log'

local number, before = tonumber(ARGV[3]), last
for position = 5, #ARGV, FIELDS do
  if number > last then
    redis.call('XADD', log, '*', 'worker', worker, 'time', string.format('%d', now - tonumber(ARGV[position])),
      'level', ARGV[position + 1], 'logger', ARGV[position + 2], 'thread', ARGV[position + 3],
      'message', ARGV[position + 4], 'throwable', ARGV[position + 5])
    last = number
  end
  number = number + 1
end
if last > before then
  redis.call('HSET', info, 'logged', epoch .. '-' .. string.format('%d', last))
  redis.call('XTRIM', log, 'MAXLEN', redis.call('GET', prefix .. 'log_limit') or ARGV[4])
end
return 1
