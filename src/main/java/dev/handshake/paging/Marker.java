package dev.handshake.paging;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.web.Text;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * The position in a time-ordered list after which the next page starts. It holds the sort key itself, so the next page
 * can be found even if the row is gone by then.
 *
 * @param key an id, optionally followed by {@code ~} and further tie-breakers
 */
public record Marker(Instant at, String key) {

    /** Before the first row of a list sorted newest first. */
    private static final Marker NEWEST = new Marker(Instant.parse("9999-01-01T00:00:00Z"), "");

    /** No row is older. Instants beyond this range are not supported by the databases. */
    private static final Instant OLDEST = Instant.parse("0001-01-01T00:00:00Z");

    /**
     * @throws RefusedException {@link Reason#UNKNOWN_MARKER} if {@code text} is not a valid marker; null or empty text
     *     means the start of the list
     */
    public static Marker parse(String text) {
        if (text == null || text.isEmpty()) {
            return NEWEST;
        }
        try {
            int dot = text.indexOf('.');
            long micros = Long.parseLong(text.substring(0, dot));
            Instant at = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
            if (at.isAfter(OLDEST) && at.isBefore(NEWEST.at)) {
                return new Marker(at, Text.clean(text.substring(dot + 1)));
            }
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException notOurs) {
            // refused below, as are out-of-range times
        }
        throw new RefusedException(Reason.UNKNOWN_MARKER);
    }

    /** The id in the key; the largest possible id at the start of the list. */
    public UUID id() {
        try {
            return key.isEmpty() ? new UUID(-1, -1) : UUID.fromString(key.split("~", 2)[0]);
        } catch (IllegalArgumentException notOurs) {
            throw new RefusedException(Reason.UNKNOWN_MARKER);
        }
    }

    /** The key as a number; the largest possible number at the start of the list. */
    public long numericKey() {
        try {
            return key.isEmpty() ? Long.MAX_VALUE : Long.parseLong(key);
        } catch (NumberFormatException notOurs) {
            throw new RefusedException(Reason.UNKNOWN_MARKER);
        }
    }

    /** The part of the key after the id. */
    public String keySuffix() {
        return key.contains("~") ? key.substring(key.indexOf('~') + 1) : "";
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + key;
    }
}
