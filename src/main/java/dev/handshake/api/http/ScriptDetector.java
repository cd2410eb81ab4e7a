package dev.handshake.api.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;

/** Whether a person's browser opens a page, or a script asks in its place. */
class ScriptDetector {

    private ScriptDetector() {}

    /** By what browsers say of each request (Fetch Metadata), by the habit of libraries, or by what is asked for. */
    static boolean isScript(HttpServerRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        return mode != null && !mode.equals("navigate")
                || request.getHeader("X-Requested-With") != null
                || accept.contains("application/json") && !accept.contains("text/html");
    }
}
