package dev.handshake.account;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** Limits the running requests of each account; further requests of the account wait in order. */
class AccountRequestQueues {

    private static final class AccountQueue {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int running;
    }

    private final int max;
    private final Map<String, AccountQueue> queues = new HashMap<>();

    AccountRequestQueues(int max) {
        this.max = max;
    }

    /** Continues the request now or when its turn comes, on its own event loop. */
    void enqueue(String account, RoutingContext request) {
        Context context = request.vertx().getOrCreateContext();
        if (tryStart(account, () -> context.runOnContext(ignored -> start(account, request)))) {
            start(account, request);
        }
    }

    private synchronized boolean tryStart(String account, Runnable later) {
        AccountQueue accountQueue = queues.computeIfAbsent(account, first -> new AccountQueue());
        if (accountQueue.running < max) {
            accountQueue.running++;
            return true;
        }
        accountQueue.waiting.add(later);
        return false;
    }

    private void start(String account, RoutingContext request) {
        if (request.response().closed()) { // disconnected while waiting
            release(account);
            return;
        }
        ExecutionPermit executionPermit = new ExecutionPermit(() -> release(account));
        request.put(ExecutionPermit.KEY, executionPermit);
        request.addEndHandler(ended -> executionPermit.release());
        request.next();
    }

    private void release(String account) {
        Runnable next = pollNext(account);
        if (next != null) {
            next.run();
        }
    }

    /** Hands the permit to the account's next request, if any. */
    private synchronized Runnable pollNext(String account) {
        AccountQueue accountQueue = queues.get(account);
        Runnable next = accountQueue.waiting.poll();
        if (next == null && --accountQueue.running == 0) {
            queues.remove(account);
        }
        return next;
    }
}
