package dev.handshake.error;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The one exception by which a rule says no. It carries a {@link Reason} and the words that the reason's sentence
 * needs.
 */
public class RefusedException extends RuntimeException {

    private final transient Reason reason;
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private Duration retryAfter;

    /**
     * @param reason why
     * @param words what the reason's sentence has placeholders for, in order
     */
    public RefusedException(Reason reason, Object... words) {
        super(reason.message(words), null, false, false);
        this.reason = reason;
    }

    /** The same, with how long to wait before it is tried again. */
    public RefusedException retryAfter(Duration over) {
        retryAfter = over;
        return this;
    }

    /** The same, with a header of the answer that HTTP asks for beside the status. */
    public RefusedException withHeader(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** How long to wait, where that is known. */
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
