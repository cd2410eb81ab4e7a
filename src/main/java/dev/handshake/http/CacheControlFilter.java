package dev.handshake.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Forbids any cache, including the browser's, to store responses, which are private to the account. */
class CacheControlFilter {

    @ServerResponseFilter
    void setCacheControl(ContainerResponseContext answer) {
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
