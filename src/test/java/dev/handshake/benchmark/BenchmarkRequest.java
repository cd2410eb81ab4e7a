package dev.handshake.benchmark;

import java.util.Map;
import java.util.stream.Collectors;

/** A request as it is sent. */
record BenchmarkRequest(String method, String path, Map<String, String> headers, String body) {

    static BenchmarkRequest get(String path, Map<String, String> headers) {
        return new BenchmarkRequest("GET", path, headers, "");
    }

    /** As the load generator reads it. */
    String toTsvLine() {
        String heads = headers.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("\u001f"));
        return String.join("\t", method, path, heads, body);
    }

    /**
     * For the same person, the same bytes without a database.
     *
     * @param page their name
     */
    BenchmarkRequest toBaseline(String page) {
        return get((path.contains("/v2/") ? "/DFW/v2/floor/" : "/DFW/floor/") + page, headers);
    }
}
