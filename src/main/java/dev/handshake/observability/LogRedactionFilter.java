package dev.handshake.observability;

import io.quarkus.logging.LoggingFilter;
import java.util.Arrays;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Keeps secrets and forged lines out of the log, including lines logged by libraries: escapes control characters, and
 * removes sign-in codes, link signatures and tokens. Also removes text typed by users: databases quote it when refusing
 * a row (see {@link SqlErrorRedactor}), and an HTTP library logs the requested URL.
 */
@LoggingFilter(name = "redaction")
public final class LogRedactionFilter implements Filter {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\u0085\u2028\u2029&&[^\\t]]");
    private static final Pattern SECRET =
            Pattern.compile("(?i)\\b(signature|code|state|session_state|[a-z_]*token|[a-z_]*secret)=[^&\\s\"]++");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer )\\S++");
    /**
     * The lookahead first checks for the dots, and only at the start of a word, so that each word is read at most
     * twice.
     */
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

    /** Replaces a throwable whose messages need redaction. */
    private static final class RedactedThrowable extends Throwable {

        private final String text;

        private RedactedThrowable(Throwable failure) {
            super(redactedText(failure), redacted(failure.getCause()), false, true);
            text = redactedText(failure);
            setStackTrace(failure.getStackTrace());
        }

        /** Returns the throwable itself if nothing needs redaction. */
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
        @SuppressWarnings("OverrideThrowableToString") // the text includes the class name of the original
        public String toString() {
            return text;
        }
    }
}
