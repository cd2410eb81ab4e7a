package dev.handshake.web;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Pages belong to the one who asked: no cache in between keeps them, and the browser asks again before it shows one. */
class PrivatePages {

    @ServerResponseFilter
    void mark(ContainerResponseContext answer) {
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }
}
