package dev.handshake.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Pages belong to the one who asked: nobody keeps them, not even the browser. */
class CacheControlFilter {

    @ServerResponseFilter
    void setCacheControl(ContainerResponseContext answer) {
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
