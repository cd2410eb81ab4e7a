package dev.handshake.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How times, sizes and counts read on a page. */
@TemplateExtension
public class Formats {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final List<String> UNITS = List.of("bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");

    /** The exact instant, to the second: {@code 2026-11-24 08:33:40 UTC}. */
    public static String utc(Instant time) {
        return UTC.format(time);
    }

    /** The element of a time: how long ago, and the exact instant beside it. Pages have it by the dozen; a tag takes longer. */
    static RawString time(Instant time) {
        return new RawString("<time datetime=\"" + time + "\" title=\"" + utc(time) + "\">" + ago(time) + "</time>");
    }

    /** {@code 24 Nov 2026}, in UTC. */
    static String day(Instant time) {
        return DAY.format(time);
    }

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** How long ago: {@code just now}, {@code 5 minutes ago}, {@code yesterday}, and the date after 30 days. */
    static String ago(Instant time) {
        return ago(time, Arc.container().instance(Clock.class).get().instant());
    }

    @TemplateExtension(matchName = "agoSince")
    static String ago(Instant time, Instant now) {
        Duration age = Duration.between(time, now);
        if (age.toDays() >= 30) {
            return DAY.format(time);
        }
        if (age.toDays() >= 1) {
            return age.toDays() == 1 ? "yesterday" : age.toDays() + " days ago";
        }
        if (age.toHours() >= 1) {
            return counted(age.toHours(), "hour") + " ago";
        }
        return age.toMinutes() >= 1 ? counted(age.toMinutes(), "minute") + " ago" : "just now";
    }

    /** Bytes in binary units, to three digits: {@code 1.5 GiB}. */
    public static String bytes(Number size) {
        int unit = 0;
        double amount = size.doubleValue();
        while (amount >= 1024 && unit < UNITS.size() - 1) {
            amount /= 1024;
            unit++;
        }
        boolean whole = unit == 0 || amount >= 100 || amount == Math.rint(amount);
        long tenths = Math.round(amount * 10);
        // a page has dozens of these, and a formatter takes more time than the rest of a row
        return (whole ? Math.round(amount) : tenths / 10 + "." + tenths % 10) + " " + UNITS.get(unit);
    }

    /** A number with its noun: {@code 1 member}, {@code 3 members}. */
    public static String counted(Number number, String noun) {
        return number + " " + (number.longValue() == 1 ? noun : noun + "s");
    }

    /** Text as one segment of an address, or one value in its query. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    static String orDash(String text) {
        return text.isEmpty() ? "–" : text;
    }
}
