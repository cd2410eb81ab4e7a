package dev.handshake.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;

/** Renders error responses for paths that are not pages, such as the API's. */
public interface ErrorRenderer {

    /** @param path the raw path of a request */
    boolean appliesTo(String path);

    /**
     * @param status the HTTP status
     * @param sentence the message for the client
     */
    Response errorResponse(int status, String sentence);

    /** Same, but before authentication and before the body is read. */
    void sendError(RoutingContext request, int status, String sentence);
}
