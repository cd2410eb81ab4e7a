package dev.handshake.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;

/** Another way in than the pages. At its own addresses it says no, and that something broke, in its own shape. */
public interface ErrorRenderer {

    /** @param path of a request, as it came */
    boolean appliesTo(String path);

    /**
     * @param status the HTTP status
     * @param sentence what it is, for whoever reads it
     */
    Response errorResponse(int status, String sentence);

    /** The same before it is known who asks, and before anything that came with the request was read. */
    void sendError(RoutingContext request, int status, String sentence);
}
