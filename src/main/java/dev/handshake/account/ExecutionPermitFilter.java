package dev.handshake.account;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Keeps a request's {@link ExecutionPermit} until its thread is done, even if the client disconnects earlier. */
@Provider
class ExecutionPermitFilter implements ContainerRequestFilter {

    private final RoutingContext request;

    ExecutionPermitFilter(RoutingContext request) {
        this.request = request;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        ExecutionPermit executionPermit = request.get(ExecutionPermit.KEY);
        if (executionPermit == null) {
            return;
        }
        if (!executionPermit.retain()) { // the client disconnected before a thread was available
            throw new RefusedException(Reason.BUSY);
        }
        CurrentRequestManager.get().registerCompletionCallback(done -> executionPermit.release());
    }
}
