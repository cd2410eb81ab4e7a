package dev.handshake.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.error.Reason;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How database failures are reported to users. */
class FailureClassifierTest {

    @ParameterizedTest
    @CsvSource({
        "08006,DATABASE_UNAVAILABLE",
        "57P01,DATABASE_UNAVAILABLE",
        "57P03,DATABASE_UNAVAILABLE",
        "53300,DATABASE_UNAVAILABLE",
        "90098,DATABASE_UNAVAILABLE",
        "57014,BUSY",
        "55P03,BUSY",
        "HYT00,BUSY",
        "40P01,CONFLICT",
        "42601,",
        "22001,"
    })
    void states_of_sql_are_everyday_matters_or_none(String state, Reason reason) {
        assertEquals(Optional.ofNullable(reason), reason(new SQLException("said the database", state)));
    }

    @ParameterizedTest
    @CsvSource({
        "'Sorry, acquisition timeout!',BUSY",
        "Acquisition timeout while waiting for new connection,DATABASE_UNAVAILABLE",
        "Something else,"
    })
    void the_pool_has_only_words(String words, Reason reason) {
        assertEquals(Optional.ofNullable(reason), reason(new SQLException(words)));
    }

    @ParameterizedTest
    @CsvSource({
        "org.jboss.resteasy.reactive.server.vertx.VertxInputStream$VertxBlockingInput,true",
        "io.quarkus.vertx.utils.VertxOutputStream,true",
        "dev.handshake.store.FolderStore,false"
    })
    void a_stream_of_the_client_is_told_from_one_of_the_store(String origin, boolean isClientGone) {
        IOException broken = new IOException("Read timed out");
        broken.setStackTrace(new StackTraceElement[] {new StackTraceElement(origin, "read", null, 1)});
        assertEquals(isClientGone, new FailureClassifier(new UncheckedIOException(broken)).isClientGone());
    }

    /** Wrapped as when it occurs while a page is rendered. */
    private static Optional<Reason> reason(SQLException cause) {
        return new FailureClassifier(new IllegalStateException(new PersistenceException(cause))).reason();
    }
}
