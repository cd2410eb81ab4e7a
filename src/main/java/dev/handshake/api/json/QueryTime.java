package dev.handshake.api.json;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time in a query: ISO 8601 as read by Python's {@code iso8601.parse_date}, and therefore Glance. A date alone means
 * midnight; missing parts of the time default to zero and a missing offset to UTC.
 */
class QueryTime {

    /** A time with nine fraction digits and an offset has 35 characters. */
    private static final int MAX_LENGTH = 40;

    private static final Pattern TIME = Pattern.compile("(?<year>[0-9]{4})"
            + "(?:(?:-(?<month>[0-9]{1,2})(?:-(?<day>[0-9]{1,2}))?|(?<compact>[0-9]{4}))"
            + "(?:[ T](?<hour>[0-9]{2})(?::?(?<minute>[0-9]{2})(?::?(?<second>[0-9]{1,2})"
            + "(?:[.,](?<fraction>[0-9]{1,9}))?)?)?(?<offset>Z|[-+ ][0-9]{2}(?::?[0-9]{2})?)?)?)?");
    private static final Instant MIN = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant MAX = Instant.parse("9999-01-01T00:00:00Z");

    private final Matcher parts;

    private QueryTime(Matcher parts) {
        this.parts = parts;
    }

    /** Empty if {@code text} is not a time, or outside the range that databases support. */
    static Optional<Instant> tryParse(String text) {
        Matcher parts = TIME.matcher(text);
        try {
            return text.length() > MAX_LENGTH || !parts.matches()
                    ? Optional.empty()
                    : Optional.of(new QueryTime(parts).toInstant())
                            .filter(time -> time.isAfter(MIN) && time.isBefore(MAX));
        } catch (DateTimeException none) { // such as February 30
            return Optional.empty();
        }
    }

    /** @throws RefusedException {@link Reason#MALFORMED} */
    static Instant parse(String text) {
        return tryParse(text)
                .orElseThrow(
                        () -> new RefusedException(Reason.MALFORMED, "Bad time; expected as in 2026-11-24T08:33:40Z"));
    }

    private Instant toInstant() {
        String compact = parts.group("compact");
        return OffsetDateTime.of(
                        number("year", 1),
                        compact == null ? number("month", 1) : Integer.parseInt(compact.substring(0, 2)),
                        compact == null ? number("day", 1) : Integer.parseInt(compact.substring(2)),
                        number("hour", 0),
                        number("minute", 0),
                        number("second", 0),
                        nanos(),
                        offset())
                .toInstant();
    }

    private int number(String part, int missing) {
        String digits = parts.group(part);
        return digits == null ? missing : Integer.parseInt(digits);
    }

    private int nanos() {
        String digits = parts.group("fraction");
        return digits == null ? 0 : Integer.parseInt((digits + "00000000").substring(0, 9));
    }

    /** An unencoded plus arrives as a space. */
    private ZoneOffset offset() {
        String offset = parts.group("offset");
        return offset == null ? ZoneOffset.UTC : ZoneOffset.of(offset.replace(' ', '+'));
    }
}
