package dev.handshake.api;

import dev.handshake.image.ImageColumn;
import dev.handshake.image.ImageFilter;
import dev.handshake.image.ImageFilter.Comparison;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of a list's query: a word, {@code in:} several, or a time after or before another. */
class ListValues {

    private static final Map<String, ImageColumn> WORDS = Map.of(
            "name", ImageColumn.NAME,
            "owner", ImageColumn.OWNER,
            "container_format", ImageColumn.CONTAINER_FORMAT,
            "checksum", ImageColumn.MD5,
            "os_hash_value", ImageColumn.SHA512);
    private static final Map<String, ImageColumn> CHOICES =
            Map.of("status", ImageColumn.STATUS, "disk_format", ImageColumn.DISK_FORMAT);
    private static final Map<String, ImageColumn> NUMBERS =
            Map.of("min_disk", ImageColumn.MIN_DISK, "min_ram", ImageColumn.MIN_RAM, "size", ImageColumn.SIZE);
    private static final Map<String, ImageColumn> TIMES =
            Map.of("created_at", ImageColumn.CREATED, "updated_at", ImageColumn.UPDATED);
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");
    private static final Pattern ONE_OF = Pattern.compile("\"([^\"]*)\"|([^,]+)");

    /** Narrows the list by a key that means something. @return whether it does */
    static boolean narrow(ImageFilter filter, String key, String value) {
        if (WORDS.containsKey(key)) {
            filter.in(WORDS.get(key), several(value));
        } else if (CHOICES.containsKey(key)) {
            filter.in(CHOICES.get(key), several(value.toUpperCase(Locale.ROOT).replaceFirst("^IN:", "in:")));
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

    /** Times are shown in whole seconds, and compared as shown. */
    private static void since(ImageFilter filter, ImageColumn column, String value) {
        int colon = value.matches("[a-z]+:.*") ? value.indexOf(':') : -1;
        Instant time = time(value.substring(colon + 1));
        switch (colon < 0 ? "eq" : value.substring(0, colon)) {
            case "gt" -> filter.where(column, Comparison.GTE, time.plusSeconds(1));
            case "gte" -> filter.where(column, Comparison.GTE, time);
            case "lt" -> filter.where(column, Comparison.LT, time);
            case "lte" -> filter.where(column, Comparison.LT, time.plusSeconds(1));
            case "eq" -> filter.where(column, Comparison.GTE, time).where(column, Comparison.LT, time.plusSeconds(1));
            case "neq" -> filter.outside(column, time, time.plusSeconds(1));
            default -> throw new Refused(Reason.MALFORMED, "Unable to filter by unknown operator");
        }
    }

    private static Instant time(String text) {
        try {
            Instant time = text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            if (time.isAfter(FIRST) && time.isBefore(LAST)) {
                return time;
            }
        } catch (DateTimeException none) {
            // refused below, like a time that no database holds
        }
        throw new Refused(Reason.MALFORMED, "Bad time; expected as in 2026-11-24T08:33:40Z");
    }

    private static List<String> several(String value) {
        if (!value.startsWith("in:")) {
            return List.of(value);
        }
        List<String> words = new ArrayList<>();
        for (Matcher each = ONE_OF.matcher(value.substring(3)); each.find(); ) {
            words.add(each.group(1) == null ? each.group(2) : each.group(1));
        }
        return words.isEmpty() ? List.of("") : words;
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
            return Long.parseLong(value);
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
