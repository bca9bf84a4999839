-- Stores new tasks that are finished or failed from the start. - to finished, - to failed.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV[1]  'finished' or 'failed'
-- ARGV[2]  number n of fields, followed by their n names
-- then per task:
--          key
--          n values, '' for a field the task does not have
-- Returns  number of tasks that were created
-- Wins     the first writer of a key; a task whose key exists is left as it is
-- Blind resend: the same tasks exist and are left as they are; the answer is 0, which callers do not tell apart
local prefix = KEYS[1]
--@include wake
--@include notify
--@include settle
--@include write_task

local finished = ARGV[1] == 'finished'
local mark = finished and mark_finished or mark_failed
local fields, position = read_names(2)
local created, settled = 0, {}
while position <= #ARGV do
  local key = ARGV[position]
  if write_task(key, fields, position + 1) then
    mark(key)
    settled[key] = true
    created = created + 1
  end
  position = position + 1 + #fields
end
if created > 0 then
  notify_settled(settled, finished)
end
return created
