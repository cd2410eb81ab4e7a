package dev.handshake.observability;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Recognizes failures whose messages may quote users' data: databases do when they refuse a value, PostgreSQL's driver
 * quotes a whole batch, and Hibernate repeats their messages. The SQLSTATE is kept as a description.
 */
class SqlErrorRedactor {

    private static final int MAX_DEPTH = 10;

    /**
     * SQLSTATE classes that are not about values: connection, transaction, statement text, resources, the database
     * itself.
     */
    private static final Set<String> STATES_WITHOUT_VALUES =
            Set.of("08", "25", "28", "40", "42", "53", "54", "55", "57", "58", "XX");

    private SqlErrorRedactor() {}

    /** @param failure or null */
    static boolean mayQuoteValues(Throwable failure) {
        return findSqlException(failure).filter(SqlErrorRedactor::hasValueState).isPresent();
    }

    private static boolean hasValueState(SQLException failure) {
        String state = failure.getSQLState();
        boolean isKnown = state != null && state.length() == 5;
        return failure instanceof BatchUpdateException
                || isKnown && !STATES_WITHOUT_VALUES.contains(state.substring(0, 2));
    }

    /** The replacement for the message. */
    static String describe(Throwable failure) {
        return "SQLSTATE "
                + findSqlException(failure).map(SQLException::getSQLState).orElse("unknown");
    }

    private static Optional<SQLException> findSqlException(Throwable failure) {
        return causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(MAX_DEPTH);
    }

    /** Replaces the messages of the log record's exceptions in {@code text}. */
    static String redact(String text, ExtLogRecord said) {
        Object[] named = said.getParameters() == null ? new Object[0] : said.getParameters();
        return Stream.concat(Stream.of(named), Stream.ofNullable(said.getThrown()))
                .filter(Throwable.class::isInstance)
                .flatMap(each -> causes((Throwable) each))
                .filter(each -> mayQuoteValues(each)
                        && each.getMessage() != null
                        && !each.getMessage().isEmpty())
                .reduce(text, (left, each) -> left.replace(each.getMessage(), describe(each)), (left, same) -> left);
    }
}
