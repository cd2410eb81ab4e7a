package dev.handshake.api.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** Distinguishes a browser navigating to a page from a script. */
class ScriptDetector {

    private ScriptDetector() {}

    /** By Fetch Metadata headers, by {@code X-Requested-With}, or by the Accept header. */
    static boolean isScript(HttpServerRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        return mode != null && !mode.equals("navigate")
                || request.getHeader("X-Requested-With") != null
                || accept.contains("application/json") && !accept.contains("text/html");
    }
}
