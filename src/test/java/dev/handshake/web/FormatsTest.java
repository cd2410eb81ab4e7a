package dev.handshake.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.handshake.error.RefusedException;
import dev.handshake.paging.Marker;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Formatting of times, sizes and markers. */
class FormatsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void times_read_as_how_long_ago() {
        assertEquals("just now", ago(Duration.ofSeconds(59)));
        assertEquals("just now", ago(Duration.ofSeconds(-5)));
        assertEquals("1 minute ago", ago(Duration.ofSeconds(60)));
        assertEquals("59 minutes ago", ago(Duration.ofMinutes(59)));
        assertEquals("23 hours ago", ago(Duration.ofHours(23)));
        assertEquals("yesterday", ago(Duration.ofHours(24)));
        assertEquals("29 days ago", ago(Duration.ofDays(29)));
        assertEquals("25 Oct 2026", ago(Duration.ofDays(30)));
        assertEquals("24 Nov 2026, 12:00 UTC", Formats.utc(NOW));
        assertEquals("2 Jan 2026, 03:04 UTC", Formats.utc(Instant.parse("2026-01-02T03:04:05.999Z")));
        assertEquals("2026-01-02T03:04:05Z", Formats.iso(Instant.parse("2026-01-02T03:04:05.999Z")));
        assertEquals(
                "<time datetime=\"2026-09-01T23:59:59Z\" title=\"2026-09-01T23:59:59Z\">1 Sep 2026</time>",
                Formats.day(Instant.parse("2026-09-01T23:59:59Z")).toString());
    }

    private static String ago(Duration age) {
        return Formats.ago(NOW.minus(age), NOW);
    }

    @Test
    void sizes_read_in_binary_units() {
        assertEquals("0 bytes", Formats.bytes(0));
        assertEquals("1023 bytes", Formats.bytes(1023));
        assertEquals("1 KiB", Formats.bytes(1024));
        assertEquals("1.5 GiB", Formats.bytes(3L << 29));
        assertEquals("8 EiB", Formats.bytes(Long.MAX_VALUE));
    }

    @Test
    void text_loses_what_cannot_be_shown_and_nothing_else() {
        assertEquals("a\n\tb <c> 😀", Text.clean(" \u0000a\n\t\u0007b <c> 😀\u001f "));
        assertEquals("", Text.clean(null));
    }

    @Test
    void a_marker_comes_back_as_it_was_and_rubbish_is_refused() {
        Marker marker = new Marker(Instant.parse("2026-11-24T12:00:00.123456Z"), UUID.randomUUID() + "~a~b");
        assertEquals(marker, Marker.parse(marker.toString()));
        assertEquals("a~b", marker.keySuffix());
        for (String rubbish : new String[] {"x", "1", "x.y", "1e3.x", "99999999999999999999.x"}) {
            assertThrows(RefusedException.class, () -> Marker.parse(rubbish), rubbish);
        }
        assertThrows(RefusedException.class, () -> Marker.parse("1.x").id());
        assertThrows(RefusedException.class, () -> Marker.parse("1.x").numericKey());
    }
}
