package dev.handshake;

import java.util.stream.LongStream;
import org.hibernate.SessionFactory;

/** Counts the queries that a request costs. */
public class Queries {

    /**
     * The fewest of a few tries, since work in the background asks its own now and then.
     *
     * @param request that changes nothing, or nothing more the next time
     */
    public static long of(SessionFactory database, Runnable request) {
        return LongStream.range(0, 4).map(each -> once(database, request)).min().getAsLong();
    }

    private static long once(SessionFactory database, Runnable request) {
        long before = database.getStatistics().getPrepareStatementCount();
        request.run();
        return database.getStatistics().getPrepareStatementCount() - before;
    }
}
