package dev.handshake.http;

import dev.handshake.error.Reason;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;

/**
 * What a failure comes down to, where that is an everyday matter that nobody has to look into. It may stand behind
 * others: a database, say, tells of two changes that met only at the commit, and of its end to whoever renders a page.
 */
class FailureClassifier {

    private static final int MAX_DEPTH = 10;

    /** Told by the pool, which has no state of SQL for it: every connection is in use; or, no new one comes. */
    private static final String POOL_EMPTY = "Sorry, acquisition timeout!";

    private static final String NO_CONNECTION = "Acquisition timeout while waiting for new connection";

    private final Throwable failure;

    FailureClassifier(Throwable failure) {
        this.failure = failure;
    }

    /** Why the request is refused; empty where something broke. */
    Optional<Reason> reason() {
        return hasCause(ConstraintViolationException.class)
                ? Optional.of(Reason.CONFLICT)
                : causes().filter(SQLException.class::isInstance)
                        .flatMap(each -> reason((SQLException) each).stream())
                        .findFirst();
    }

    boolean hasCause(Class<?>... causes) {
        return causes().anyMatch(each -> Stream.of(causes).anyMatch(cause -> cause.isInstance(each)));
    }

    private Stream<Throwable> causes() {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(MAX_DEPTH);
    }

    private static Optional<Reason> reason(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        String message = String.valueOf(failure.getMessage());
        // no connection, on its way down or up, full; and H2's word for closed
        if (state.matches("08...|57P..|53...|900(67|98)|90121") || message.equals(NO_CONNECTION)) {
            return Optional.of(Reason.DATABASE_UNAVAILABLE);
        }
        if (state.matches("40...")) { // two changes that waited for each other
            return Optional.of(Reason.CONFLICT);
        }
        // waited too long for a lock, took too long, or too long between two steps
        return state.matches("55P03|57014|HYT00|25P0[34]") || message.equals(POOL_EMPTY)
                ? Optional.of(Reason.BUSY)
                : Optional.empty();
    }
}
