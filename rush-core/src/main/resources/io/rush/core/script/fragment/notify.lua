-- Wakes everybody who waits for something that matches; interest is 'results', 'workers' or 'task <key>'.
local function notify(matches)
  local waiting = prefix .. 'waiting'
  if redis.call('EXISTS', waiting) == 0 then
    return
  end
  local entries = redis.call('HGETALL', waiting)
  for i = 1, #entries, 2 do
    if matches(entries[i + 1]) then
      redis.call('HDEL', waiting, entries[i])
      wake(entries[i])
    end
  end
end

-- Tells of tasks that were settled; settled maps their keys to true, and finished says whether one has results.
local function notify_settled(settled, finished)
  notify(function(interest)
    if interest == 'results' then
      return finished
    end
    return settled[string.sub(interest, 6)] == true
  end)
end

-- Tells of a worker that came or left: a wait for tasks may be over, too.
local function notify_workers()
  notify(function(interest)
    return interest ~= 'results'
  end)
end
