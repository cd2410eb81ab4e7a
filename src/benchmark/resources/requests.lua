-- Sends the requests of a file, one after the other, from its first to its last and again; prints what wrk measured as JSON.
-- The file has a line for each: method, path, headers as name=value parted by the unit separator, body; parted by tabs.
-- A second argument is how many milliseconds a connection pauses between two requests, on average.

local requests = {}
local at = 0

function init(args)
  local pause = tonumber(args[2])
  if pause > 0 then
    delay = function() return math.random(0, 2 * pause) end
  end
  for line in io.lines(args[1]) do
    local method, path, heads, body = line:match("^([^\t]*)\t([^\t]*)\t([^\t]*)\t(.*)$")
    local headers = {}
    for name, value in heads:gmatch("([^=\31]+)=([^\31]*)") do
      headers[name] = value
    end
    requests[#requests + 1] = wrk.format(method, path, headers, body ~= "" and body or nil)
  end
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency)
  local bad = summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout
  print(string.format('{"requests": %d, "micros": %d, "bad": %d, "bytes": %d, "p50": %d, "p99": %d}',
    summary.requests, summary.duration, bad, summary.bytes, latency:percentile(50), latency:percentile(99)))
end
