package dev.handshake.benchmark;

import java.util.Map;
import java.util.stream.Collectors;

/** An HTTP request. */
record BenchmarkRequest(String method, String path, Map<String, String> headers, String body) {

    static BenchmarkRequest get(String path, Map<String, String> headers) {
        return new BenchmarkRequest("GET", path, headers, "");
    }

    /** The request as a line for the load generator. */
    String toTsvLine() {
        String heads = headers.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("\u001f"));
        return String.join("\t", method, path, heads, body);
    }

    /**
     * A request for the same response as a static page, without the database.
     *
     * @param page its name
     */
    BenchmarkRequest toBaseline(String page) {
        return get((path.contains("/v2/") ? "/DFW/v2/floor/" : "/DFW/floor/") + page, headers);
    }
}
