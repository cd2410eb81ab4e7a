package dev.handshake.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

/** Logging of database failures. */
class LogRedactionFilterTest {

    private static final String TYPED = "whispered";

    @Test
    void the_words_of_a_failure_about_values_give_way_to_its_state() {
        for (String state : List.of("22001", "22P02", "23502", "23505", "23514", "P0001", "90005")) {
            SQLException refused = new SQLException("Key (name)=(" + TYPED + ")\nexists", state);
            BatchUpdateException batch = new BatchUpdateException(
                    "Batch entry 0 insert into image values ('" + TYPED + "') was aborted: " + refused.getMessage(),
                    null,
                    0,
                    new int[0],
                    refused);
            for (Throwable failure : List.of(
                    refused,
                    batch,
                    new IllegalStateException(refused.getMessage() + " [insert]", refused),
                    new IllegalStateException(new RuntimeException("at commit", batch)),
                    with(refused))) {
                for (String written : List.of(logged("%s: broke", failure), logged("broke", failure))) {
                    assertFalse(written.contains(TYPED), written);
                    assertTrue(written.contains(failure.getClass().getName()), written);
                }
            }
            assertTrue(logged("%s: broke", refused).contains("SQLSTATE " + state));
        }
    }

    private static Exception with(Exception suppressed) {
        Exception failure = new IllegalStateException("closing");
        failure.addSuppressed(suppressed);
        return failure;
    }

    @Test
    void a_failure_about_anything_else_keeps_its_words_and_itself() {
        for (String state : List.of("08006", "40001", "42P01", "57P01", "53300")) {
            Exception failure = new IllegalStateException(new SQLException("why it broke", state));
            ExtLogRecord said = new ExtLogRecord(Level.ERROR, "broke", "test");
            said.setThrown(failure);
            new LogRedactionFilter().isLoggable(said);
            assertSame(failure, said.getThrown());
            assertTrue(logged("%s: broke", failure).contains("why it broke"));
        }
    }

    @Test
    void a_library_does_not_say_which_address_was_asked_for() {
        ExtLogRecord said = new ExtLogRecord(Level.ERROR, "HTTP Request to /DFW/x?q=" + TYPED + " failed", "test");
        new LogRedactionFilter().isLoggable(said);
        assertEquals("HTTP Request to … failed", said.getFormattedMessage());
    }

    /** Logs it as a parameter of the message or as the thrown exception. */
    private static String logged(String format, Throwable failure) {
        ExtLogRecord said = new ExtLogRecord(Level.ERROR, format, ExtLogRecord.FormatStyle.PRINTF, "test");
        if (format.contains("%")) {
            said.setParameters(new Object[] {failure});
        } else {
            said.setThrown(failure);
        }
        new LogRedactionFilter().isLoggable(said);
        StringWriter written = new StringWriter();
        written.append(said.getFormattedMessage());
        if (said.getThrown() != null) {
            said.getThrown().printStackTrace(new PrintWriter(written));
        }
        return written.toString();
    }
}
