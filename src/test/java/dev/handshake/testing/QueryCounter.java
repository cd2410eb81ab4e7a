package dev.handshake.testing;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Counts the queries that a request costs. What works in the background asks its own, which are not counted. */
@PersistenceUnitExtension
public class QueryCounter implements StatementInspector {

    private static final AtomicLong COUNT = new AtomicLong();

    @Override
    public String inspect(String statement) {
        if (isInRequest()) {
            COUNT.incrementAndGet();
        }
        return statement;
    }

    /**
     * The fewer of two tries, since the first may fill what is kept.
     *
     * @param request that changes nothing, or nothing more the next time
     */
    public static long count(Runnable request) {
        return LongStream.range(0, 2).map(each -> countOnce(request)).min().getAsLong();
    }

    private static long countOnce(Runnable request) {
        long before = COUNT.get();
        request.run();
        return COUNT.get() - before;
    }

    private static boolean isInRequest() {
        return Arc.container().requestContext().isActive()
                && Arc.container().select(CurrentVertxRequest.class).get().getCurrent() != null;
    }
}
