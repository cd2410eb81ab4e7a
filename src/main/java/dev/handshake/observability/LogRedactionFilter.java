package dev.handshake.observability;

import io.quarkus.logging.LoggingFilter;
import java.util.Arrays;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Keeps the log true and discreet: what somebody sent never makes a line of its own, and what opens a door (the code of
 * a sign-in, the signature of a link, a token) does not stand in it, also where a library writes. Nor do the words that
 * people typed: a database quotes them when it refuses a row (see {@link SqlErrorRedactor}), and a library the address
 * asked for.
 */
@LoggingFilter(name = "redaction")
public final class LogRedactionFilter implements Filter {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\u0085\u2028\u2029&&[^\\t]]");
    private static final Pattern SECRET =
            Pattern.compile("(?i)\\b(signature|code|state|session_state|[a-z_]*token|[a-z_]*secret)=[^&\\s\"]++");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer )\\S++");
    /** Looks ahead for the dots first, and only where a word begins: each word is read twice at the most. */
    private static final Pattern JWT =
            Pattern.compile("(?i)(?<![\\w-])(?=[\\w-]++\\.[\\w-]++\\.)([\\w-]*?\\b)eyJ[\\w-]++\\.[\\w-]++\\.[\\w-]*+");

    private static final Pattern REQUESTED_URL = Pattern.compile("(HTTP Request to )\\S++");

    @Override
    public boolean isLoggable(LogRecord record) {
        if (record instanceof ExtLogRecord said) {
            String text = said.getFormattedMessage();
            String discreet = text == null ? null : redact(SqlErrorRedactor.redact(text, said));
            if (text != null && !text.equals(discreet)) {
                said.setMessage(discreet, ExtLogRecord.FormatStyle.NO_FORMAT);
            }
        }
        record.setThrown(RedactedThrowable.redacted(record.getThrown()));
        return true;
    }

    static String redact(String text) {
        String discreet = JWT.matcher(
                        BEARER.matcher(SECRET.matcher(text).replaceAll("$1=…")).replaceAll("$1…"))
                .replaceAll("$1…");
        return CONTROL.matcher(REQUESTED_URL.matcher(discreet).replaceAll("$1…"))
                .replaceAll(LogRedactionFilter::escape);
    }

    private static String escape(MatchResult control) {
        return "\\\\u%04x".formatted((int) control.group().charAt(0));
    }

    /** A failure whose words are clean, in the place of one whose words are not. */
    private static final class RedactedThrowable extends Throwable {

        private final String text;

        private RedactedThrowable(Throwable failure) {
            super(redactedText(failure), redacted(failure.getCause()), false, true);
            text = redactedText(failure);
            setStackTrace(failure.getStackTrace());
        }

        /** The same where nothing in it has to be cleaned. */
        private static Throwable redacted(Throwable failure) {
            return isClean(failure) ? failure : new RedactedThrowable(failure);
        }

        private static boolean isClean(Throwable failure) {
            return failure == null
                    || failure.toString().equals(redactedText(failure))
                            && isClean(failure.getCause())
                            && Arrays.stream(failure.getSuppressed()).allMatch(RedactedThrowable::isClean);
        }

        private static String redactedText(Throwable failure) {
            return SqlErrorRedactor.mayQuoteValues(failure)
                    ? failure.getClass().getName() + ": " + SqlErrorRedactor.describe(failure)
                    : redact(failure.toString());
        }

        @Override
        @SuppressWarnings("OverrideThrowableToString") // the name of the failure's class is part of the words
        public String toString() {
            return text;
        }
    }
}
