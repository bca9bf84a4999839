-- Writes the hash of a new task from consecutive arguments, one a field; an empty argument means no such field, but the
-- first field has a value in every task, so that it tells whether the task exists. Returns false, and writes nothing,
-- if it does.
local function write_task(key, fields, first_value)
  local task = prefix .. 'task:' .. key
  if redis.call('HSETNX', task, fields[1], ARGV[first_value]) == 0 then
    return false
  end
  if #fields > 1 then
    local others = {}
    for i = 2, #fields do
      local value = ARGV[first_value + i - 1]
      if value ~= '' then
        others[#others + 1] = fields[i]
        others[#others + 1] = value
      end
    end
    if #others > 0 then
      redis.call('HSET', task, unpack(others))
    end
  end
  return true
end

-- Reads a counted list of names that starts at an argument; returns it and the position behind it.
local function read_names(position)
  local names, count = {}, tonumber(ARGV[position])
  for i = 1, count do
    names[i] = ARGV[position + i]
  end
  return names, position + count + 1
end
