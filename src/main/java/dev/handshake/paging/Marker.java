package dev.handshake.paging;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.web.Text;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Where a list ordered by time goes on: after the row with this instant and key. It holds what the order needs, so that
 * the page after it can be had even when its row is gone by then.
 *
 * @param key an id, and behind a {@code ~} whatever else breaks ties
 */
public record Marker(Instant at, String key) {

    /** Before every row of a list that goes from new to old. */
    private static final Marker NEWEST = new Marker(Instant.parse("9999-01-01T00:00:00Z"), "");

    /** No row is older; and no database holds every time that can be written down. */
    private static final Instant OLDEST = Instant.parse("0001-01-01T00:00:00Z");

    /**
     * @throws RefusedException {@link Reason#UNKNOWN_MARKER} where {@code text} is none of ours; null stands before the
     *     first row
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
            // refused below, like a time that no database holds
        }
        throw new RefusedException(Reason.UNKNOWN_MARKER);
    }

    /** The id in the key; the largest of all where this stands before the first row. */
    public UUID id() {
        try {
            return key.isEmpty() ? new UUID(-1, -1) : UUID.fromString(key.split("~", 2)[0]);
        } catch (IllegalArgumentException notOurs) {
            throw new RefusedException(Reason.UNKNOWN_MARKER);
        }
    }

    /** The key as a number; the largest of all where this stands before the first row. */
    public long numericKey() {
        try {
            return key.isEmpty() ? Long.MAX_VALUE : Long.parseLong(key);
        } catch (NumberFormatException notOurs) {
            throw new RefusedException(Reason.UNKNOWN_MARKER);
        }
    }

    /** What follows the id in the key. */
    public String keySuffix() {
        return key.contains("~") ? key.substring(key.indexOf('~') + 1) : "";
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + key;
    }
}
