package dev.handshake.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Where something is away, whoever asked is told when to ask again, so that clients that know how to wait do. */
class RetryAfterFilter {

    private static final int SECONDS = 5;

    @ServerResponseFilter
    void setRetryAfter(ContainerResponseContext answer) {
        if (answer.getStatus() == 503) {
            answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, SECONDS);
        }
    }
}
