package dev.handshake.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;

/** Another way in than the pages. At its own addresses it says no, and that something broke, in its own shape. */
public interface Door {

    /** @param path of a request, as it came */
    boolean isAt(String path);

    /**
     * @param status the HTTP status
     * @param sentence what it is, for whoever reads it
     */
    Response refuse(int status, String sentence);

    /** The same before it is known who asks, and before anything that came with the request was read. */
    void refuse(RoutingContext request, int status, String sentence);
}
