-- Looks which commands the user of the connection may not send on keys of the network.
--
-- KEYS[1]  prefix of the network's keys
-- ARGV     names of commands
-- Returns  names of those that are refused or not known to the server
local prefix = KEYS[1]
local probe = prefix .. 'probe'

-- Before Redis 7.0 nobody can be asked, so a command is tried on a key that is gone when the script ends: with one
-- argument more each time until their number fits, as rights are looked at only then.
local function is_refused_when_tried(command)
  local arguments = {}
  for count = 0, 4 do
    arguments[count] = count == 1 and probe or count > 1 and '1' or nil
    local answer = redis.pcall(command, unpack(arguments, 1, count))
    local message = type(answer) == 'table' and answer.err or ''
    redis.pcall('DEL', probe)
    if string.find(message, "can't run") or string.find(message, "can't access") or string.find(message, 'NOPERM')
      or string.find(message, 'Unknown') then
      return true
    elseif not string.find(string.lower(message), 'wrong number of arg') then
      return false
    end
  end
  return false
end

local function is_refused(command)
  if not redis.acl_check_cmd then
    return is_refused_when_tried(command)
  end
  local known, allowed = pcall(redis.acl_check_cmd, command, probe, probe)
  return not (known and allowed)
end

local refused = {}
for _, command in ipairs(ARGV) do
  if is_refused(command) then
    refused[#refused + 1] = command
  end
end
return refused
