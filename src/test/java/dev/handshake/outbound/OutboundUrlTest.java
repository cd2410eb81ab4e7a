package dev.handshake.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Checks of a URL before any connection. */
class OutboundUrlTest {

    @Test
    void a_plain_address_is_taken_as_it_is() {
        assertEquals(
                443, OutboundUrl.parse(" https://cloud.example/a/b.qcow2?c#d ").port());
        assertEquals(80, OutboundUrl.parse("HTTP://cloud.example/").port());
        assertEquals(
                "2001:4860::1",
                OutboundUrl.parse("http://[2001:4860::1]:8080/x").host());
        assertEquals("1.2.3.4", OutboundUrl.parse("http://1.2.3.4").host());
        assertEquals("v2.example", OutboundUrl.parse("http://v2.example").host());
    }

    @Test
    void it_leads_on_relatively_but_never_from_https_to_http() {
        OutboundUrl here = OutboundUrl.parse("https://a.example/x/y");
        assertEquals("https://a.example/z", here.resolveRedirect("/z").toUri().toString());
        assertEquals(
                "https://b.example/",
                here.resolveRedirect("//b.example/").toUri().toString());
        assertEquals(Reason.URL_REDIRECT_TO_HTTP, refusal(() -> here.resolveRedirect("http://a.example/z")));
        assertEquals(Reason.URL_SCHEME_NOT_ALLOWED, refusal(() -> here.resolveRedirect("file:///etc/passwd")));
        assertEquals(Reason.URL_HOST_NOT_CANONICAL, refusal(() -> here.resolveRedirect("https://0x7f.1/")));
    }

    @Test
    void relative_references_resolve_as_rfc_3986_says() {
        OutboundUrl base = OutboundUrl.parse("http://a/b/c/d;p?q");
        Map<String, String> expected = Map.ofEntries(
                Map.entry("g", "http://a/b/c/g"),
                Map.entry("./g", "http://a/b/c/g"),
                Map.entry("g/", "http://a/b/c/g/"),
                Map.entry("/g", "http://a/g"),
                Map.entry("//g", "http://g/"),
                Map.entry("?y", "http://a/b/c/d;p?y"),
                Map.entry("g?y", "http://a/b/c/g?y"),
                Map.entry("#s", "http://a/b/c/d;p?q"),
                Map.entry(";x", "http://a/b/c/;x"),
                Map.entry("", "http://a/b/c/d;p?q"),
                Map.entry(".", "http://a/b/c/"),
                Map.entry("..", "http://a/b/"),
                Map.entry("../g", "http://a/b/g"),
                Map.entry("../../../g", "http://a/g"),
                Map.entry("/./g", "http://a/g"),
                Map.entry("g..", "http://a/b/c/g.."),
                Map.entry("./g/.", "http://a/b/c/g/"),
                Map.entry("g;x=1/../y", "http://a/b/c/y"),
                Map.entry("g?y/../x", "http://a/b/c/g?y/../x"));
        expected.forEach((reference, whole) ->
                assertEquals(whole, base.resolveRedirect(reference).toUri().toString(), reference));
    }

    @Test
    void an_address_is_taken_as_browsers_take_it() {
        assertEquals(
                "/%C3%BCbung%20a|b".replace("|", "%7C"),
                OutboundUrl.parse("http://a/\u00fcbung a|b").pathAndQuery());
        assertEquals(
                "/x?f=%22%7B%5B%5E", OutboundUrl.parse("http://a/x?f=\"{[^").pathAndQuery());
        assertEquals("my_host", OutboundUrl.parse("http://my_host/x").host());
        assertEquals(
                "xn--bcher-kva.example",
                OutboundUrl.parse("http://b\u00fccher.example/").host());
        assertEquals(
                8_000,
                OutboundUrl.parse("http://a/" + "y".repeat(7_991))
                        .toUri()
                        .toString()
                        .length());
        assertEquals(Reason.URL_MALFORMED, refusal(() -> OutboundUrl.parse("http://a/" + "y".repeat(7_992))));
        assertEquals(Reason.URL_HAS_CREDENTIALS, refusal(() -> OutboundUrl.parse("http://b\\@a/@".replace("\\", "%"))));
        assertEquals("b", OutboundUrl.parse("http://b\\@a/").host());
    }

    private static Reason refusal(org.junit.jupiter.api.function.Executable asked) {
        return assertThrows(RefusedException.class, asked).reason();
    }
}
