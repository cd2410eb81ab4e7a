package dev.handshake.error;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The one exception thrown when a rule refuses a request. Carries a {@link Reason} and the values of its message's
 * placeholders.
 */
public class RefusedException extends RuntimeException {

    private final transient Reason reason;
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private Duration retryAfter;

    /**
     * @param reason why
     * @param words values of the message's placeholders, in order
     */
    public RefusedException(Reason reason, Object... words) {
        super(reason.message(words), null, false, false);
        this.reason = reason;
    }

    /** Sets how long the client should wait before retrying. */
    public RefusedException retryAfter(Duration over) {
        retryAfter = over;
        return this;
    }

    /** Adds a response header that HTTP requires with the status. */
    public RefusedException withHeader(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** How long to wait before retrying, if known. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public Reason reason() {
        return reason;
    }

    public String message() {
        return getMessage();
    }
}
