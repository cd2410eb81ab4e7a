package dev.handshake.api.json;

import dev.handshake.catalog.ImageColumn;
import dev.handshake.catalog.ImageQuery;
import dev.handshake.catalog.ImageQuery.Comparison;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Parses the filter values of a list query: a plain value, several after {@code in:}, or a time with an operator such
 * as {@code gt:}.
 */
class FilterParser {

    /** Compared literally, without operators. */
    private static final Map<String, ImageColumn> TEXTS =
            Map.of("description", ImageColumn.DESCRIPTION, "operating_system", ImageColumn.OPERATING_SYSTEM);

    private static final Map<String, ImageColumn> WORDS = Map.of(
            "name", ImageColumn.NAME,
            "owner", ImageColumn.OWNER,
            "container_format", ImageColumn.CONTAINER_FORMAT,
            "checksum", ImageColumn.MD5,
            "os_hash_algo", ImageColumn.HASH_ALGORITHM,
            "os_hash_value", ImageColumn.SHA512);
    private static final Map<String, ImageColumn> ENUMS =
            Map.of("status", ImageColumn.API_STATUS, "disk_format", ImageColumn.DISK_FORMAT);
    private static final Map<String, ImageColumn> NUMBERS = Map.of(
            "min_disk", ImageColumn.MIN_DISK,
            "min_ram", ImageColumn.MIN_RAM,
            "size", ImageColumn.SIZE,
            "virtual_size", ImageColumn.VIRTUAL_SIZE);
    private static final Map<String, ImageColumn> TIMES =
            Map.of("created_at", ImageColumn.CREATED, "updated_at", ImageColumn.UPDATED);
    private static final Set<String> COMPARISONS = Set.of("gt", "gte", "lt", "lte", "neq");

    /**
     * Adds the filter for a known key.
     *
     * @return false if the key is not known
     */
    static boolean addFilter(ImageQuery filter, String key, String value) {
        if (TEXTS.containsKey(key)) {
            filter.in(TEXTS.get(key), List.of(value));
        } else if (WORDS.containsKey(key)) {
            filter.in(WORDS.get(key), parseValues(value));
        } else if (ENUMS.containsKey(key)) {
            filter.in(
                    ENUMS.get(key),
                    parseValues(value).stream()
                            .map(each -> each.toUpperCase(Locale.ROOT))
                            .toList());
        } else if (NUMBERS.containsKey(key)) {
            filter.where(NUMBERS.get(key), Comparison.EQ, parseLong(key, value));
        } else if (TIMES.containsKey(key)) {
            addTimeFilter(filter, TIMES.get(key), value);
        } else {
            return addSpecialFilter(filter, key, value);
        }
        return true;
    }

    private static boolean addSpecialFilter(ImageQuery filter, String key, String value) {
        switch (key) {
            case "id" ->
                filter.in(
                        ImageColumn.ID,
                        parseValues(value).stream().map(FilterParser::parseId).toList());
            case "size_min" -> filter.where(ImageColumn.SIZE, Comparison.GTE, parseLong(key, value));
            case "size_max" -> filter.where(ImageColumn.SIZE, Comparison.LTE, parseLong(key, value));
            case "protected" -> filter.where(ImageColumn.PROTECTED, Comparison.EQ, parseBoolean(key, value));
            default -> {
                return false;
            }
        }
        return true;
    }

    /**
     * Times are shown in whole seconds and compared as shown: {@code first} is the first whole second not before
     * {@code time}.
     */
    private static void addTimeFilter(ImageQuery filter, ImageColumn column, String value) {
        int colon = QueryTime.tryParse(value).isPresent() ? -1 : value.indexOf(':');
        Instant time = QueryTime.parse(value.substring(colon + 1));
        Instant second = time.truncatedTo(ChronoUnit.SECONDS);
        Instant first = second.equals(time) ? second : second.plusSeconds(1);
        Instant next = second.plusSeconds(1);
        switch (colon < 0 ? "eq" : value.substring(0, colon)) {
            case "gt" -> filter.where(column, Comparison.GTE, next);
            case "gte" -> filter.where(column, Comparison.GTE, first);
            case "lt" -> filter.where(column, Comparison.LT, first);
            case "lte" -> filter.where(column, Comparison.LT, next);
            case "eq" -> filter.where(column, Comparison.GTE, first).where(column, Comparison.LT, next);
            case "neq" -> filter.notBetween(column, first, next);
            default -> throw new RefusedException(Reason.MALFORMED, "Unable to filter by unknown operator");
        }
    }

    /** A value with a colon is literal unless the part before it is an operator. */
    private static List<String> parseValues(String value) {
        int colon = value.indexOf(':');
        String operator = colon < 0 ? "" : value.substring(0, colon);
        if (COMPARISONS.contains(operator)) {
            throw new RefusedException(Reason.MALFORMED, "Unable to filter by operator '" + operator + "'");
        }
        return switch (operator) {
            case "in" -> QuotedValues.parse(value.substring(colon + 1));
            case "eq" -> List.of(value.substring(colon + 1));
            default -> List.of(value);
        };
    }

    /** An invalid id is replaced by one that matches nothing. */
    private static UUID parseId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            return new UUID(0, 0);
        }
    }

    static boolean parseBoolean(String key, String value) {
        if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
            throw new RefusedException(Reason.MALFORMED, key + " is true or false");
        }
        return Boolean.parseBoolean(value);
    }

    static int parseInt(String key, String value) {
        return (int) Math.max(-1, Math.min(Integer.MAX_VALUE, parseLong(key, value)));
    }

    private static long parseLong(String key, String value) {
        try {
            return PythonInt.parse(value);
        } catch (NumberFormatException none) {
            throw new RefusedException(Reason.MALFORMED, key + " param must be an integer");
        }
    }

    static void requireNoNul(String key, String value) {
        if (key.indexOf('\0') >= 0 || value.indexOf('\0') >= 0) {
            throw new RefusedException(Reason.MALFORMED, "a query has no NUL in it");
        }
    }
}
