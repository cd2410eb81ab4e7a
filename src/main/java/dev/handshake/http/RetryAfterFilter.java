package dev.handshake.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Adds {@code Retry-After} to 503 responses, so that well-behaved clients back off. */
class RetryAfterFilter {

    private static final int SECONDS = 5;

    @ServerResponseFilter
    void setRetryAfter(ContainerResponseContext answer) {
        if (answer.getStatus() == 503) {
            answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, SECONDS);
        }
    }
}
