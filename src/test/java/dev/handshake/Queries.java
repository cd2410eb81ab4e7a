package dev.handshake;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Counts the queries that a request costs. What works in the background asks its own, which are not counted. */
@PersistenceUnitExtension
public class Queries implements StatementInspector {

    private static final AtomicLong ASKED = new AtomicLong();

    @Override
    public String inspect(String statement) {
        if (isInRequest()) {
            ASKED.incrementAndGet();
        }
        return statement;
    }

    /**
     * The fewer of two tries, since the first may fill what is kept.
     *
     * @param request that changes nothing, or nothing more the next time
     */
    public static long of(Runnable request) {
        return LongStream.range(0, 2).map(each -> once(request)).min().getAsLong();
    }

    private static long once(Runnable request) {
        long before = ASKED.get();
        request.run();
        return ASKED.get() - before;
    }

    private static boolean isInRequest() {
        return Arc.container().requestContext().isActive()
                && Arc.container().select(CurrentVertxRequest.class).get().getCurrent() != null;
    }
}
