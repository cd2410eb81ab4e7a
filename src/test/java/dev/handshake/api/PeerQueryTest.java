package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.refusal.Refused;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers, times and lists in a query, as Python and Glance read them; each right value was had from those. */
class PeerQueryTest {

    @Test
    void a_number_is_read_as_python_reads_it() {
        assertEquals(5, PythonInt.read(" +5\t"));
        assertEquals(-5, PythonInt.read("-5"));
        assertEquals(1_000, PythonInt.read("1_000"));
        assertEquals(7, PythonInt.read("007"));
        assertEquals(Long.MAX_VALUE, PythonInt.read("99999999999999999999"));
        assertEquals(Long.MIN_VALUE, PythonInt.read("-99999999999999999999"));
        for (String none :
                List.of("", " ", "+", "-", "_1", "1_", "1__0", "1 0", "+ 5", "1.0", "1e3", "0x10", "NaN", "5,")) {
            assertThrows(NumberFormatException.class, () -> PythonInt.read(none), none);
        }
        assertThrows(NumberFormatException.class, () -> PythonInt.read("9".repeat(16_000)));
    }

    @Test
    void a_time_is_read_as_iso8601_reads_it() {
        is("2026-11-24T08:33:40Z", "2026-11-24T08:33:40Z");
        is("2026-11-24T08:33:40Z", "2026-11-24T08:33:40");
        is("2026-11-24T08:33:40Z", "2026-11-24 08:33:40");
        is("2026-11-24T08:33:40Z", "20261124T083340Z");
        is("2026-11-24T08:33:40Z", "2026-11-24T09:33:40+01:00");
        is("2026-11-24T08:33:40Z", "2026-11-24T09:33:40 01:00");
        is("2026-11-24T08:33:40Z", "2026-11-24T03:03:40-0530");
        is("2026-11-24T08:33:40Z", "2026-11-24T09:33:40+01");
        is("2026-11-24T08:33:40.250Z", "2026-11-24T08:33:40.25Z");
        is("2026-11-24T08:33:40.250Z", "2026-11-24T08:33:40,25Z");
        is("2026-11-24T08:33:00Z", "2026-11-24T08:33Z");
        is("2026-11-24T08:00:00Z", "2026-11-24T08");
        is("2026-11-24T00:00:00Z", "2026-11-24");
        is("2026-11-24T00:00:00Z", "20261124");
        is("2026-11-01T00:00:00Z", "2026-11");
        is("2026-01-01T00:00:00Z", "2026");
        is("2024-02-29T00:00:00Z", "2024-2-29");
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
            assertTrue(QueryTime.find(none).isEmpty(), none);
        }
    }

    private static void is(String instant, String text) {
        assertEquals(Instant.parse(instant), QueryTime.read(text), text);
    }

    @Test
    void values_are_parted_by_commas_outside_of_quotes() {
        assertEquals(List.of("a", "b"), QuotedValues.of("a,b"));
        assertEquals(List.of("glass, darkly", "share me"), QuotedValues.of("\"glass, darkly\",share me"));
        assertEquals(List.of("say \"hi\", you", "b"), QuotedValues.of("\"say \\\"hi\\\", you\",b"));
        assertEquals(List.of("\"a"), QuotedValues.of("\\\"a"));
        assertEquals(List.of("a\\b"), QuotedValues.of("a\\b"));
        assertEquals(List.of("", "a", ""), QuotedValues.of(",a,"));
        assertEquals(List.of(""), QuotedValues.of("\"\""));
        assertEquals(List.of(), QuotedValues.of(""));
        for (String open :
                List.of("\"", "\"a", "a\"", "a,\"b", "a\"b\"", "\"a\"b", "\"a\" ,b", "a, \"b\"", "\"a\\\"")) {
            assertThrows(Refused.class, () -> QuotedValues.of(open), open);
        }
    }
}
