-- Sends the requests in a file in a loop, and prints the results of wrk as JSON.
-- Each line of the file has tab-separated fields: method, path, headers as name=value separated by unit separators, body.
-- The second argument is the average pause of a connection between two requests in milliseconds.

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
