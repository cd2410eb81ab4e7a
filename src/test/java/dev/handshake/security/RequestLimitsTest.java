package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.http.BodyTimeoutFilter;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TokenIssuer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Limits of request size and speed. In tests a form times out after 3 seconds, and an upload must send 1 KiB every 4
 * seconds.
 */
@PortalTest
class RequestLimitsTest {

    private static final byte[] NOTHING = new byte[0];

    private final Cast cast = new Cast();

    @Inject
    BodyTimeoutFilter bodyTimeout;

    /** A timer for a completed body would keep the request and its response in memory. */
    @Test
    void nobody_waits_for_what_is_all_here() {
        ApiClient owner = ApiClient.forUser(cast.producer);
        UUID image = owner.creates("waited for");
        int before = bodyTimeout.pendingBodies();
        for (int each = 0; each < 30; each++) {
            cast.producer.opens("/DFW/images").is(200);
            owner.get("/v2/images/" + image).is(200);
            owner.offers(image, Cast.newAccountNumber()).is(200);
            cast.producer
                    .posts("/DFW/offer-batches/reviews", "image", image.toString(), "numbers", "4711")
                    .is(200);
        }
        // the client may get its response before the server finishes the request; a form would time out after 3 seconds
        Instant soon = Instant.now().plusSeconds(1);
        while (bodyTimeout.pendingBodies() > before && Instant.now().isBefore(soon)) {
            Thread.onSpinWait();
        }
        assertTrue(bodyTimeout.pendingBodies() <= before, bodyTimeout.pendingBodies() + " are waited for");
    }

    @Test
    void only_files_are_large() {
        byte[] large = "numbers=".concat("4711 ".repeat(300_000)).getBytes(StandardCharsets.UTF_8);
        assertEquals(
                413,
                RawHttp.send("POST", "/DFW/offer-batches/reviews", form(), large)
                        .status());
        assertEquals(
                413,
                RawHttp.send("POST", "/DFW/offer-batches/reviews", List.of(), large)
                        .status());
        assertEquals(413, chunked("/DFW/offer-batches/reviews", large));
        assertEquals(413, chunked("/DFW/abuse-reports/1/closure", large));
        ApiClient owner = ApiClient.forUser(cast.producer);
        owner.post("/v2/images", "{\"name\":\"" + "x".repeat(2 << 20) + "\"}").is(413);
        UUID image = owner.creates("large");
        owner.put("/v2/images/" + image + "/file", new byte[3 << 20]).is(204);
        cast.producer.uploads("DFW", "large", new byte[3 << 20]).is(200);
    }

    private List<String> form() {
        cast.producer.opens("/account");
        return List.of(
                "Cookie: " + ConcurrentRequests.sessionCookies(cast.producer),
                "Content-Type: application/x-www-form-urlencoded");
    }

    private int chunked(String path, byte[] body) {
        List<String> headers = List.of(form().get(0), form().get(1), "Transfer-Encoding: chunked");
        String head = RawHttp.head("POST", path, headers) + "\r\n" + Integer.toHexString(body.length) + "\r\n";
        String whole = head + new String(body, StandardCharsets.UTF_8) + "\r\n0\r\n\r\n";
        return RawHttp.send(whole.getBytes(StandardCharsets.UTF_8)).status();
    }

    @Test
    void addresses_and_headers_are_short() {
        String longest = "/signed-out?" + "x".repeat((16 << 10) - "GET /signed-out? HTTP/1.1".length());
        assertEquals(200, RawHttp.send("GET", longest, List.of(), NOTHING).status());
        for (String path : List.of(longest + "xxx", "/" + "x".repeat(17_000))) {
            assertEquals(414, RawHttp.send("GET", path, List.of(), NOTHING).status());
        }
        assertEquals(
                431,
                RawHttp.send("GET", "/signed-out", List.of("X-Long: " + "x".repeat(30_000)), NOTHING)
                        .status());
        List<String> many = IntStream.range(0, 3_000)
                .mapToObj(each -> "X-" + each + ": many")
                .toList();
        assertEquals(431, RawHttp.send("GET", "/signed-out", many, NOTHING).status());
        assertEquals(
                400,
                RawHttp.send("GET", "/signed-out", List.of("Content-Length: x"), NOTHING)
                        .status());
    }

    @Test
    void a_form_that_comes_byte_by_byte_is_dropped() throws Exception {
        String head = RawHttp.head("POST", "/DFW/offer-batches/reviews", form()) + "Content-Length: 1000\r\n\r\n";
        assertTrue(drip(head, Duration.ofMillis(200), 1, Duration.ofSeconds(15)).toSeconds() < 8);
    }

    /**
     * Regression: the unread body of a refused form looked incomplete, and the timeout closed the connection seconds
     * later.
     */
    @Test
    void a_refused_form_ends_no_later_request_on_its_connection() throws Exception {
        String foreign = "Origin: https://evil.example\r\nContent-Type: application/x-www-form-urlencoded\r\n";
        String length = "Content-Length: 3\r\n\r\n";
        try (KeepAliveConnection connection = new KeepAliveConnection()) {
            assertEquals(403, connection.request("POST /DFW/offer-batches/reviews", foreign + length + "a=b"));
            assertEquals(400, connection.request("POST /DFW/offer-batches;x", length + "a=b"));
            assertEquals(403, connection.request("POST /DFW/offer-batches/reviews", foreign + length + "a"));
            Thread.sleep(500);
            connection.send("=b");
            Thread.sleep(4_000);
            assertEquals(200, connection.request("GET /signed-out", "\r\n"));
        }
    }

    @Test
    void a_refused_form_that_does_not_come_ends_its_connection() throws Exception {
        String headers = "Origin: https://evil.example\r\nContent-Length: 30\r\n\r\n";
        for (String method : List.of("POST", "GET")) {
            try (KeepAliveConnection connection = new KeepAliveConnection()) {
                assertEquals(403, connection.request(method + " /DFW/offers", headers));
                Duration open = connection.dripUntilClosed("", Duration.ofSeconds(20));
                assertTrue(open.toSeconds() < 10, open::toString);
            }
        }
    }

    @Test
    void a_file_may_come_slowly_but_not_byte_by_byte() throws Exception {
        assertTrue(drip(upload(), Duration.ofMillis(200), 1, Duration.ofSeconds(20))
                        .toSeconds()
                < 12);
        assertTrue(drip(upload(), Duration.ofMillis(200), 300, Duration.ofSeconds(6))
                        .toSeconds()
                >= 6);
    }

    private String upload() {
        String path = "/DFW/v2/images/" + ApiClient.forUser(cast.producer).creates("slow") + "/file";
        String token = "X-Auth-Token: " + TokenIssuer.token(cast.producer.claims());
        List<String> headers = List.of(token, "Content-Type: application/octet-stream");
        return RawHttp.head("PUT", path, headers) + "Content-Length: 100000\r\n\r\n";
    }

    /** Sends a few bytes after each pause; returns how long the portal accepted that, up to {@code most}. */
    private static Duration drip(String head, Duration pause, int bytes, Duration most) throws Exception {
        Instant begun = Instant.now();
        try (Socket socket = RawHttp.connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.UTF_8));
            while (Duration.between(begun, Instant.now()).compareTo(most) < 0 && isOpen(socket, pause)) {
                out.write(new byte[bytes]);
            }
        } catch (SocketException dropped) {
            // the portal closed the connection
        }
        return Duration.between(begun, Instant.now());
    }

    private static boolean isOpen(Socket socket, Duration pause) throws IOException {
        socket.setSoTimeout((int) pause.toMillis());
        InputStream in = socket.getInputStream();
        try {
            return in.read() >= 0;
        } catch (SocketTimeoutException silence) {
            return true;
        }
    }
}
