-- Settles one page of what a worker left behind when it left: see depart. Anybody may call it at any time.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  worker id
-- ARGV[2]  cursor: '0' at first, then the one returned; '-' if only the worker's own queue is left
-- Returns  cursor of the next call, '0' at the end
-- Blind resend: what is settled is not settled twice
local prefix = KEYS[1]
--@include wake
--@include notify
--@include settle
--@include settle_failed
--@include orphans

local worker, cursor = ARGV[1], ARGV[2]
local left = 0
if redis.call('HEXISTS', prefix .. 'departed', worker) == 1 then
  left = release_queue(worker)
end
local next_cursor = cursor == '-' and '0' or settle_orphans(cursor)
if left > 0 and next_cursor == '0' then
  next_cursor = '-'
end
note_unsettled(worker, next_cursor)
return next_cursor
