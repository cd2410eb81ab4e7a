package dev.handshake.account;

import io.vertx.core.Context;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** Lets so many requests of each account run at once; the others wait for one of their own account to end, in order. */
class AccountQueues {

    private static final class Line {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int running;
    }

    private final int max;
    private final Map<String, Line> lines = new HashMap<>();

    AccountQueues(int max) {
        this.max = max;
    }

    /** Goes on with the request, at once or when it is its turn, on the event loop that it came on. */
    void run(String account, RoutingContext request) {
        Context context = request.vertx().getOrCreateContext();
        if (enter(account, () -> context.runOnContext(turn -> start(account, request)))) {
            start(account, request);
        }
    }

    private synchronized boolean enter(String account, Runnable later) {
        Line line = lines.computeIfAbsent(account, first -> new Line());
        if (line.running < max) {
            line.running++;
            return true;
        }
        line.waiting.add(later);
        return false;
    }

    private void start(String account, RoutingContext request) {
        if (request.response().closed()) { // while it waited
            leave(account);
            return;
        }
        Turn turn = new Turn(() -> leave(account));
        request.put(Turn.KEY, turn);
        request.addEndHandler(over -> turn.release());
        request.next();
    }

    private void leave(String account) {
        Runnable next = next(account);
        if (next != null) {
            next.run();
        }
    }

    /** Its place goes to the next of the account, if there is one. */
    private synchronized Runnable next(String account) {
        Line line = lines.get(account);
        Runnable next = line.waiting.poll();
        if (next == null && --line.running == 0) {
            lines.remove(account);
        }
        return next;
    }
}
