package dev.handshake.api;

import dev.handshake.image.ImageColumn;
import dev.handshake.image.ImageFilter;
import dev.handshake.image.ImageFilter.Comparison;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The values of a list's query: a word, {@code in:} several, or a time after or before another. */
class ListValues {

    /** A text as it stands, whatever is in it. */
    private static final Map<String, ImageColumn> TEXTS =
            Map.of("description", ImageColumn.DESCRIPTION, "operating_system", ImageColumn.OPERATING_SYSTEM);

    private static final Map<String, ImageColumn> WORDS = Map.of(
            "name", ImageColumn.NAME,
            "owner", ImageColumn.OWNER,
            "container_format", ImageColumn.CONTAINER_FORMAT,
            "checksum", ImageColumn.MD5,
            "os_hash_algo", ImageColumn.HASH_ALGORITHM,
            "os_hash_value", ImageColumn.SHA512);
    private static final Map<String, ImageColumn> CHOICES =
            Map.of("status", ImageColumn.SHOWN_STATUS, "disk_format", ImageColumn.DISK_FORMAT);
    private static final Map<String, ImageColumn> NUMBERS = Map.of(
            "min_disk", ImageColumn.MIN_DISK,
            "min_ram", ImageColumn.MIN_RAM,
            "size", ImageColumn.SIZE,
            "virtual_size", ImageColumn.VIRTUAL_SIZE);
    private static final Map<String, ImageColumn> TIMES =
            Map.of("created_at", ImageColumn.CREATED, "updated_at", ImageColumn.UPDATED);
    private static final Set<String> COMPARISONS = Set.of("gt", "gte", "lt", "lte", "neq");

    /**
     * Narrows the list by a key that means something.
     *
     * @return whether it does
     */
    static boolean narrow(ImageFilter filter, String key, String value) {
        if (TEXTS.containsKey(key)) {
            filter.in(TEXTS.get(key), List.of(value));
        } else if (WORDS.containsKey(key)) {
            filter.in(WORDS.get(key), several(value));
        } else if (CHOICES.containsKey(key)) {
            filter.in(
                    CHOICES.get(key),
                    several(value).stream()
                            .map(each -> each.toUpperCase(Locale.ROOT))
                            .toList());
        } else if (NUMBERS.containsKey(key)) {
            filter.where(NUMBERS.get(key), Comparison.EQ, size(key, value));
        } else if (TIMES.containsKey(key)) {
            since(filter, TIMES.get(key), value);
        } else {
            return narrowMore(filter, key, value);
        }
        return true;
    }

    private static boolean narrowMore(ImageFilter filter, String key, String value) {
        switch (key) {
            case "id" ->
                filter.in(
                        ImageColumn.ID,
                        several(value).stream().map(ListValues::id).toList());
            case "size_min" -> filter.where(ImageColumn.SIZE, Comparison.GTE, size(key, value));
            case "size_max" -> filter.where(ImageColumn.SIZE, Comparison.LTE, size(key, value));
            case "protected" -> filter.where(ImageColumn.PROTECTED, Comparison.EQ, flag(key, value));
            default -> {
                return false;
            }
        }
        return true;
    }

    /**
     * Times are shown in whole seconds, and compared as shown: {@code first} is the first instant not before
     * {@code time}.
     */
    private static void since(ImageFilter filter, ImageColumn column, String value) {
        int colon = QueryTime.find(value).isPresent() ? -1 : value.indexOf(':');
        Instant time = QueryTime.read(value.substring(colon + 1));
        Instant second = time.truncatedTo(ChronoUnit.SECONDS);
        Instant first = second.equals(time) ? second : second.plusSeconds(1);
        Instant next = second.plusSeconds(1);
        switch (colon < 0 ? "eq" : value.substring(0, colon)) {
            case "gt" -> filter.where(column, Comparison.GTE, next);
            case "gte" -> filter.where(column, Comparison.GTE, first);
            case "lt" -> filter.where(column, Comparison.LT, first);
            case "lte" -> filter.where(column, Comparison.LT, next);
            case "eq" -> filter.where(column, Comparison.GTE, first).where(column, Comparison.LT, next);
            case "neq" -> filter.outside(column, first, next);
            default -> throw new Refused(Reason.MALFORMED, "Unable to filter by unknown operator");
        }
    }

    /** Only what is no operator is a word with a colon in it. */
    private static List<String> several(String value) {
        int colon = value.indexOf(':');
        String operator = colon < 0 ? "" : value.substring(0, colon);
        if (COMPARISONS.contains(operator)) {
            throw new Refused(Reason.MALFORMED, "Unable to filter by operator '" + operator + "'");
        }
        return switch (operator) {
            case "in" -> QuotedValues.of(value.substring(colon + 1));
            case "eq" -> List.of(value.substring(colon + 1));
            default -> List.of(value);
        };
    }

    /** One that nobody has stands for what is no id. */
    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return new UUID(0, 0);
        }
    }

    static boolean flag(String key, String value) {
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw new Refused(Reason.MALFORMED, key + " is true or false");
        }
        return Boolean.parseBoolean(value);
    }

    static int number(String key, String value) {
        return (int) Math.max(-1, Math.min(Integer.MAX_VALUE, size(key, value)));
    }

    private static long size(String key, String value) {
        try {
            return PythonInt.read(value);
        } catch (NumberFormatException none) {
            throw new Refused(Reason.MALFORMED, key + " param must be an integer");
        }
    }

    static void mustBeText(String key, String value) {
        if (key.indexOf('\0') >= 0 || value.indexOf('\0') >= 0) {
            throw new Refused(Reason.MALFORMED, "a query has no NUL in it");
        }
    }
}
