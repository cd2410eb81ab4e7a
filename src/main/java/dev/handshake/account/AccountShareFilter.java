package dev.handshake.account;

import dev.handshake.refusal.Reason;
import dev.handshake.web.ConcurrencyLimits;
import dev.handshake.web.Traffic;
import dev.handshake.web.Turnstile;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.Map;

/**
 * Leaves room for others: one account gets half of the places of a replica at the most, for requests, uploads and
 * downloads each, and is refused beyond. Of what it got in, half of what can run at once does; the rest waits in order
 * for its own, without a thread, so that slow statements of one account leave threads and connections of the database.
 */
@ApplicationScoped
class AccountShareFilter {

    /** Behind sign-in, before a body is read. */
    private static final int ADMISSION = 90;

    /** Behind that, before a thread is taken. */
    private static final int TURN = 70;

    private static final String ADMITTED = AccountShareFilter.class.getName();

    private final RequestUser users;
    private final Map<Traffic, AccountShares> shares = new EnumMap<>(Traffic.class);
    private final AccountQueues running;

    AccountShareFilter(RequestUser users, ConcurrencyLimits limits) {
        this.users = users;
        for (Traffic each : Traffic.values()) {
            shares.put(each, new AccountShares(half(limits.max(each))));
        }
        this.running = new AccountQueues(half(limits.running()));
    }

    private static int half(int places) {
        return Math.max(1, places / 2);
    }

    void begin(@Observes Filters filters) {
        filters.register(this::admit, ADMISSION);
        filters.register(this::awaitTurn, TURN);
    }

    private void admit(RoutingContext request) {
        String account = users.of(request).map(User::account).orElse(null);
        AccountShares share = shares.get(Traffic.of(request));
        if (account == null || request.get(ADMITTED) != null) {
            request.next();
        } else if (share.tryAcquire(account)) {
            request.put(ADMITTED, account);
            request.addEndHandler(over -> share.release(account));
            request.next();
        } else {
            Turnstile.turnAway(request.response(), Reason.ACCOUNT_BUSY);
        }
    }

    private void awaitTurn(RoutingContext request) {
        String account = request.get(ADMITTED);
        boolean hasTurn = request.get(Turn.KEY) != null; // and was led on to another address
        if (account == null || hasTurn || Traffic.of(request) != Traffic.REQUEST) {
            request.next();
        } else {
            running.run(account, request);
        }
    }
}
