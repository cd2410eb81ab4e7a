package dev.handshake.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parsing of Accept headers, in linear time. */
class MalformedRequestFilterTest {

    @Test
    void preferences_as_clients_write_them_are_read() {
        for (String good : List.of("text/html", "*/*;q=0.8", "a/b; level=1 ;q=.5", "gzip;q=1.000", "en-US;q=0")) {
            assertTrue(MalformedRequestFilter.isPreference(good), good);
        }
        for (String bad : List.of("", ";q=1", "a;", "a;q=2", "a;q=0.1234", "a;b", "a;=b", "a;b=", "a;q=x")) {
            assertFalse(MalformedRequestFilter.isPreference(bad), bad);
        }
    }

    @Test
    void hostile_ones_take_no_time() {
        for (String part : List.of(";b=c", "; ", ";q=", ";q=0.1 ", "=", " ", ";a=b=c")) {
            for (String end : List.of("", ";", "\u0000", "q=2")) {
                String text = "a/b" + part.repeat(65_536 / part.length()) + end;
                assertTimeout(Duration.ofMillis(500), () -> MalformedRequestFilter.isPreference(text));
            }
        }
    }

    @Test
    void a_path_has_one_reading() {
        for (String good :
                List.of("/", "/DFW/", "/DFW/images", "/a/pro%3Bd", "/%C3%A9", "/a/..b", "/a/%2Eb", "/.well-known")) {
            assertTrue(CanonicalPathFilter.isCanonical(good), good);
        }
        for (String bad : List.of(
                "",
                "*",
                "//",
                "/a//b",
                "/a;b",
                "/;",
                "/a/.",
                "/./a",
                "/../a",
                "/a/..",
                "/%2e/a",
                "/a/%2E%2e",
                "/.%2e/a",
                "/a%2fb",
                "/a%2Fb",
                "/a%5Cb",
                "/a\\b",
                "/%00",
                "/%0a",
                "/%7f",
                "/%c2%85",
                "/%",
                "/%1",
                "/%zz",
                "/%ff",
                "/%c0%af",
                "/\u00e9",
                "/a\u0000")) {
            assertFalse(CanonicalPathFilter.isCanonical(bad), bad);
        }
        assertEquals(false, CanonicalPathFilter.isCanonical(null));
    }
}
