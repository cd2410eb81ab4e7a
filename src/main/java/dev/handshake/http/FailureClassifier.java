package dev.handshake.http;

import dev.handshake.error.Reason;
import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Recognizes failures that are part of normal operation and need no investigation, such as conflicting transactions or
 * an unavailable database. They may be wrapped in other exceptions: a conflict may surface only at commit, a lost
 * connection while a page is rendered.
 */
class FailureClassifier {

    private static final int MAX_DEPTH = 10;

    /**
     * Messages of the connection pool, which sets no SQLState: all connections are in use, or no new one can be opened.
     */
    private static final String POOL_EMPTY = "Sorry, acquisition timeout!";

    private static final String NO_CONNECTION = "Acquisition timeout while waiting for new connection";

    private static final List<String> CLIENT_STREAMS = List.of(
            "org.jboss.resteasy.reactive.server.vertx.VertxInputStream", "io.quarkus.vertx.utils.VertxOutputStream");

    private final Throwable failure;

    FailureClassifier(Throwable failure) {
        this.failure = failure;
    }

    /** The refusal for this failure; empty for an unexpected failure. */
    Optional<Reason> reason() {
        return hasCause(ConstraintViolationException.class)
                ? Optional.of(Reason.CONFLICT)
                : causes().filter(SQLException.class::isInstance)
                        .flatMap(each -> reason((SQLException) each).stream())
                        .findFirst();
    }

    /**
     * Whether the client disconnected, or sent or read nothing for too long, so that the request could not be read or
     * the response not be written.
     */
    boolean isClientGone() {
        return hasCause(HttpClosedException.class, ClosedChannelException.class)
                || causes().anyMatch(FailureClassifier::isFromClientStream);
    }

    /** The streams of request and response throw plain {@code IOException}s, so only their origin tells them apart. */
    private static boolean isFromClientStream(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return failure instanceof IOException
                && trace.length > 0
                && CLIENT_STREAMS.stream().anyMatch(trace[0].getClassName()::startsWith);
    }

    private boolean hasCause(Class<?>... causes) {
        return causes().anyMatch(each -> Stream.of(causes).anyMatch(cause -> cause.isInstance(each)));
    }

    private Stream<Throwable> causes() {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(MAX_DEPTH);
    }

    private static Optional<Reason> reason(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        String message = String.valueOf(failure.getMessage());
        // no connection, database starting or stopping, disk full or too many connections; H2's code for closed
        if (state.matches("08...|57P..|53...|900(67|98)|90121") || message.equals(NO_CONNECTION)) {
            return Optional.of(Reason.DATABASE_UNAVAILABLE);
        }
        if (state.matches("40...")) { // serialization failure or deadlock
            return Optional.of(Reason.CONFLICT);
        }
        // lock timeout, statement timeout, idle in transaction
        return state.matches("55P03|57014|HYT00|25P0[34]") || message.equals(POOL_EMPTY)
                ? Optional.of(Reason.BUSY)
                : Optional.empty();
    }
}
