-- A worker leaves the network. running to terminated, killed or lost; its running tasks fail, or are retried by their
-- policy; those it had reserved and not begun, and those of its own queue, go to the shared queue. A large number of
-- tasks is settled by calls of settle_departed that follow.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  worker id
-- ARGV[2]  epoch that must be the worker's, or '' for any
-- ARGV[3]  'terminated', 'killed' or 'lost'
-- ARGV[4]  condition of the tasks that it leaves, as JSON
-- ARGV[5]  token of this call, not used by any other
-- Returns  1 if it left by this call, else 0; then, if it left, the cursor of the next call of settle_departed, '0' if
--          there is nothing left to settle
-- Wins     the first who makes it leave
-- Blind resend: the same token gets 1 again
local prefix = KEYS[1]
--@include wake
--@include notify
--@include settle
--@include settle_failed
--@include orphans

local worker, epoch = ARGV[1], ARGV[2]
local departed = prefix .. 'departed'
local state = redis.call('HGET', prefix .. 'workers', worker)

local function leave()
  redis.call('HDEL', prefix .. 'workers', worker)
  redis.call('HSET', departed, worker, ARGV[3])
  redis.call('HSET', prefix .. 'worker:' .. worker, 'condition', ARGV[4], 'departure', ARGV[5])
  redis.call('SREM', prefix .. 'idle', worker)
  redis.call('DEL', prefix .. 'wake:' .. worker, prefix .. 'heartbeat:' .. worker)
end

if state and (epoch == '' or string.match(state, ' (%d+)$') == epoch) then
  leave()
elseif state or redis.call('HGET', prefix .. 'worker:' .. worker, 'departure') ~= ARGV[5] then
  return { 0, '0' }
end
local left = release_queue(worker)
local cursor = settle_orphans('0')
notify_workers()
if left > 0 and cursor == '0' then
  cursor = '-'
end
note_unsettled(worker, cursor)
return { 1, cursor }
