package dev.handshake.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Formats times, sizes and counts on pages. */
@TemplateExtension
public class Formats {

    private static final List<String> MONTHS = Stream.of(Month.values())
            .map(each -> each.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
            .toList();
    private static final List<String> UNITS = List.of("bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");

    /** A moment that matters to the minute, such as the end of a term: {@code 24 Nov 2026, 08:33 UTC}. */
    public static String utc(Instant time) {
        LocalDateTime at = toUtc(time);
        return day(at.toLocalDate()) + ", " + twoDigits(at.getHour()) + ":" + twoDigits(at.getMinute()) + " UTC";
    }

    /** The HTML element of {@link #utc}. */
    static RawString moment(Instant time) {
        return element(time, utc(time));
    }

    /** {@code 2026-11-24T08:33:40Z}, for programs and on hover. */
    public static String iso(Instant time) {
        LocalDateTime at = toUtc(time);
        return at.toLocalDate() + "T" + timeOfDay(at) + "Z";
    }

    /**
     * The HTML element of a time: relative text, exact instant on hover. Built by hand because pages have dozens of
     * them, and a Qute tag or a {@link java.time.format.DateTimeFormatter} is slower.
     */
    static RawString time(Instant time) {
        return element(time, ago(time));
    }

    /** The HTML element of a day in UTC: {@code 24 Nov 2026}. */
    static RawString day(Instant time) {
        return element(time, day(toUtc(time).toLocalDate()));
    }

    private static RawString element(Instant time, String text) {
        String iso = iso(time);
        return new RawString("<time datetime=\"" + iso + "\" title=\"" + iso + "\">" + text + "</time>");
    }

    /** {@code 24 Nov 2026}. */
    static String day(LocalDate date) {
        return date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear();
    }

    /** Relative time: {@code just now}, {@code 5 minutes ago}, {@code yesterday}, and the date after 30 days. */
    static String ago(Instant time) {
        return ago(time, Arc.container().instance(Clock.class).get().instant());
    }

    @TemplateExtension(matchName = "agoSince")
    static String ago(Instant time, Instant now) {
        Duration age = Duration.between(time, now);
        if (age.toDays() >= 30) {
            return day(toUtc(time).toLocalDate());
        }
        if (age.toDays() >= 1) {
            return age.toDays() == 1 ? "yesterday" : age.toDays() + " days ago";
        }
        if (age.toHours() >= 1) {
            return counted(age.toHours(), "hour") + " ago";
        }
        return age.toMinutes() >= 1 ? counted(age.toMinutes(), "minute") + " ago" : "just now";
    }

    private static LocalDateTime toUtc(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    private static String timeOfDay(LocalDateTime at) {
        return twoDigits(at.getHour()) + ":" + twoDigits(at.getMinute()) + ":" + twoDigits(at.getSecond());
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    /** Size in binary units with up to three digits: {@code 1.5 GiB}. */
    public static String bytes(Number size) {
        int unit = 0;
        double amount = size.doubleValue();
        while (amount >= 1024 && unit < UNITS.size() - 1) {
            amount /= 1024;
            unit++;
        }
        boolean whole = unit == 0 || amount >= 100 || amount == Math.rint(amount);
        long tenths = Math.round(amount * 10);
        // no formatter: pages have dozens of these, and it takes longer than the rest of a row
        return (whole ? Math.round(amount) : tenths / 10 + "." + tenths % 10) + " " + UNITS.get(unit);
    }

    /** A number with its noun: {@code 1 member}, {@code 3 members}. */
    public static String counted(Number number, String noun) {
        return number + " " + (number.longValue() == 1 ? noun : noun + "s");
    }

    static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    static String orDash(String text) {
        return text.isEmpty() ? "–" : text;
    }

    /** For plain text; see {@link Text#bidiIsolated}. */
    static String bidiIsolated(String text) {
        return Text.bidiIsolated(text);
    }
}
