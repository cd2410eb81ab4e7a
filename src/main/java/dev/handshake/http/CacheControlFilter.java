package dev.handshake.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Forbids any cache, including the browser's, to store responses, which are private to the account, unless one says
 * otherwise itself.
 */
class CacheControlFilter {

    @ServerResponseFilter
    void setCacheControl(ContainerResponseContext answer) {
        answer.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("private, no-store"));
    }
}
