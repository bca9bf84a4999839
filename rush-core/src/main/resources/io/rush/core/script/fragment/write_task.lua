-- Writes the hash of a new task from consecutive arguments, one a field; an empty argument means no such field. Returns
-- false, and writes nothing, if the task exists.
local function write_task(key, fields, first_value)
  local task = prefix .. 'task:' .. key
  if redis.call('EXISTS', task) == 1 then
    return false
  end
  local pairs_of_hash = {}
  for i = 1, #fields do
    local value = ARGV[first_value + i - 1]
    if value ~= '' then
      pairs_of_hash[#pairs_of_hash + 1] = fields[i]
      pairs_of_hash[#pairs_of_hash + 1] = value
    end
  end
  redis.call('HSET', task, unpack(pairs_of_hash))
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
