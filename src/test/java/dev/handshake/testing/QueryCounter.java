package dev.handshake.testing;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Counts the queries of requests. Neither the queries of background jobs are counted nor the fetches of a new block of
 * ids, since which request needs one is chance.
 */
@PersistenceUnitExtension
public class QueryCounter implements StatementInspector {

    private static final Pattern SEQUENCE_FETCH = Pattern.compile("^select (next value for \\S+|nextval\\(\\S+\\))$");
    private static final AtomicLong COUNT = new AtomicLong();

    @Override
    public String inspect(String statement) {
        if (isInRequest() && !SEQUENCE_FETCH.matcher(statement).find()) {
            COUNT.incrementAndGet();
        }
        return statement;
    }

    /**
     * The lower count of two runs, since the first may fill caches.
     *
     * @param request must be repeatable with the same result
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
