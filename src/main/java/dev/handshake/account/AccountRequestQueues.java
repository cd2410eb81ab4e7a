package dev.handshake.account;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** Lets so many requests of each account run at once; the others wait for one of their own account to end, in order. */
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

    /** Goes on with the request, at once or when it is its turn, on the event loop that it came on. */
    void enqueue(String account, RoutingContext request) {
        Context context = request.vertx().getOrCreateContext();
        if (tryStart(account, () -> context.runOnContext(turn -> start(account, request)))) {
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
        if (request.response().closed()) { // while it waited
            release(account);
            return;
        }
        ExecutionPermit executionPermit = new ExecutionPermit(() -> release(account));
        request.put(ExecutionPermit.KEY, executionPermit);
        request.addEndHandler(over -> executionPermit.release());
        request.next();
    }

    private void release(String account) {
        Runnable next = pollNext(account);
        if (next != null) {
            next.run();
        }
    }

    /** Its place goes to the next of the account, if there is one. */
    private synchronized Runnable pollNext(String account) {
        AccountQueue accountQueue = queues.get(account);
        Runnable next = accountQueue.waiting.poll();
        if (next == null && --accountQueue.running == 0) {
            queues.remove(account);
        }
        return next;
    }
}
