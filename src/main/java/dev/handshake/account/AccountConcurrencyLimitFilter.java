package dev.handshake.account;

import dev.handshake.error.Reason;
import dev.handshake.http.ConcurrencyLimitFilter;
import dev.handshake.http.ConcurrencyLimits;
import dev.handshake.http.FilterOrder;
import dev.handshake.http.TrafficClass;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.Map;

/**
 * Keeps one account from occupying a replica. An account may use at most half of the concurrency limit for requests,
 * uploads and downloads each; the rest is refused. Of its admitted requests, at most half of what can run at once do
 * run; the others wait in order without a thread, so that one account's slow queries leave threads and database
 * connections for others.
 */
@ApplicationScoped
class AccountConcurrencyLimitFilter {

    private static final String ADMITTED = AccountConcurrencyLimitFilter.class.getName();

    private final RequestUserResolver users;
    private final Map<TrafficClass, PerAccountSemaphore> semaphores = new EnumMap<>(TrafficClass.class);
    private final AccountRequestQueues queues;

    AccountConcurrencyLimitFilter(RequestUserResolver users, ConcurrencyLimits limits) {
        this.users = users;
        for (TrafficClass each : TrafficClass.values()) {
            semaphores.put(each, new PerAccountSemaphore(half(limits.max(each))));
        }
        this.queues = new AccountRequestQueues(half(limits.maxRunning()));
    }

    private static int half(int places) {
        return Math.max(1, places / 2);
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, FilterOrder.ACCOUNT_ADMISSION);
        filters.register(this::awaitPermit, FilterOrder.ACCOUNT_EXECUTION);
    }

    private void admit(RoutingContext request) {
        String account = users.resolve(request).map(User::account).orElse(null);
        PerAccountSemaphore semaphore = semaphores.get(TrafficClass.classify(request));
        if (account == null || request.get(ADMITTED) != null) {
            request.next();
        } else if (semaphore.tryAcquire(account)) {
            request.put(ADMITTED, account);
            request.addEndHandler(ended -> semaphore.release(account));
            request.next();
        } else {
            ConcurrencyLimitFilter.reject(request.response(), Reason.ACCOUNT_BUSY);
        }
    }

    private void awaitPermit(RoutingContext request) {
        String account = request.get(ADMITTED);
        boolean hasTurn = request.get(ExecutionPermit.KEY) != null; // rerouted to another path
        if (account == null || hasTurn || TrafficClass.classify(request) != TrafficClass.REQUEST) {
            request.next();
        } else {
            queues.enqueue(account, request);
        }
    }
}
