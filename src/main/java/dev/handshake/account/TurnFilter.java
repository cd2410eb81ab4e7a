package dev.handshake.account;

import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Keeps the {@link Turn} of a request until its thread is done with it, also where the client is gone before. */
@Provider
class TurnFilter implements ContainerRequestFilter {

    private final RoutingContext request;

    TurnFilter(RoutingContext request) {
        this.request = request;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Turn turn = request.get(Turn.KEY);
        if (turn == null) {
            return;
        }
        if (!turn.hold()) { // the client hung up before there was a thread: nobody waits for the answer
            throw new Refused(Reason.BUSY);
        }
        CurrentRequestManager.get().registerCompletionCallback(done -> turn.release());
    }
}
