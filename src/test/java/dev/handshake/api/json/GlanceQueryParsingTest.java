package dev.handshake.api.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.error.RefusedException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers, times and lists in queries, as parsed by Python and Glance; expected values were obtained from those. */
class GlanceQueryParsingTest {

    @Test
    void a_number_is_read_as_python_reads_it() {
        assertEquals(5, PythonInt.parse(" +5\t"));
        assertEquals(-5, PythonInt.parse("-5"));
        assertEquals(1_000, PythonInt.parse("1_000"));
        assertEquals(7, PythonInt.parse("007"));
        assertEquals(Long.MAX_VALUE, PythonInt.parse("99999999999999999999"));
        assertEquals(Long.MIN_VALUE, PythonInt.parse("-99999999999999999999"));
        for (String none :
                List.of("", " ", "+", "-", "_1", "1_", "1__0", "1 0", "+ 5", "1.0", "1e3", "0x10", "NaN", "5,")) {
            assertThrows(NumberFormatException.class, () -> PythonInt.parse(none), none);
        }
        assertThrows(NumberFormatException.class, () -> PythonInt.parse("9".repeat(16_000)));
    }

    @Test
    void a_time_is_read_as_iso8601_reads_it() {
        assertTime("2026-11-24T08:33:40Z", "2026-11-24T08:33:40Z");
        assertTime("2026-11-24T08:33:40Z", "2026-11-24T08:33:40");
        assertTime("2026-11-24T08:33:40Z", "2026-11-24 08:33:40");
        assertTime("2026-11-24T08:33:40Z", "20261124T083340Z");
        assertTime("2026-11-24T08:33:40Z", "2026-11-24T09:33:40+01:00");
        assertTime("2026-11-24T08:33:40Z", "2026-11-24T09:33:40 01:00");
        assertTime("2026-11-24T08:33:40Z", "2026-11-24T03:03:40-0530");
        assertTime("2026-11-24T08:33:40Z", "2026-11-24T09:33:40+01");
        assertTime("2026-11-24T08:33:40.250Z", "2026-11-24T08:33:40.25Z");
        assertTime("2026-11-24T08:33:40.250Z", "2026-11-24T08:33:40,25Z");
        assertTime("2026-11-24T08:33:00Z", "2026-11-24T08:33Z");
        assertTime("2026-11-24T08:00:00Z", "2026-11-24T08");
        assertTime("2026-11-24T00:00:00Z", "2026-11-24");
        assertTime("2026-11-24T00:00:00Z", "20261124");
        assertTime("2026-11-01T00:00:00Z", "2026-11");
        assertTime("2026-01-01T00:00:00Z", "2026");
        assertTime("2024-02-29T00:00:00Z", "2024-2-29");
        for (String none : List.of(
                "",
                "now",
                "2026-02-30",
                "2026-13-01",
                "202611",
                "2026-11-24T",
                "2026-11-24T24:00:00Z",
                "2026-11-24T08:33:61Z",
                "2026-11-24T08:33:40+19:00",
                "2026-11-24T08:33:40Z ",
                "+999999999-12-31T23:59:59Z",
                "0000-01-01",
                "9999-12-31",
                "2026-11-24T08:33:40.0000000000000000000000000Z")) {
            assertTrue(QueryTime.tryParse(none).isEmpty(), none);
        }
    }

    private static void assertTime(String instant, String text) {
        assertEquals(Instant.parse(instant), QueryTime.parse(text), text);
    }

    @Test
    void values_are_parted_by_commas_outside_of_quotes() {
        assertEquals(List.of("a", "b"), QuotedValues.parse("a,b"));
        assertEquals(List.of("glass, darkly", "share me"), QuotedValues.parse("\"glass, darkly\",share me"));
        assertEquals(List.of("say \"hi\", you", "b"), QuotedValues.parse("\"say \\\"hi\\\", you\",b"));
        assertEquals(List.of("\"a"), QuotedValues.parse("\\\"a"));
        assertEquals(List.of("a\\b"), QuotedValues.parse("a\\b"));
        assertEquals(List.of("", "a", ""), QuotedValues.parse(",a,"));
        assertEquals(List.of(""), QuotedValues.parse("\"\""));
        assertEquals(List.of(), QuotedValues.parse(""));
        for (String open :
                List.of("\"", "\"a", "a\"", "a,\"b", "a\"b\"", "\"a\"b", "\"a\" ,b", "a, \"b\"", "\"a\\\"")) {
            assertThrows(RefusedException.class, () -> QuotedValues.parse(open), open);
        }
    }
}
