package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import dev.handshake.testing.TokenIssuer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * JSON bodies cost little memory, no worker thread until they are complete, and are not read at all if the caller may
 * not send them.
 */
@PortalTest
class JsonBodyLimitsTest {

    private static final String CHUNKED = "Transfer-Encoding: chunked\r\n";

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);

    @Test
    void a_body_is_as_large_as_its_call_needs_and_no_larger() {
        calls().forEach((call, most) -> {
            assertEquals(413, status(cast.producer, call, length(most + 1), filled(most + 1)), call);
            assertEquals(413, status(cast.producer, call, length(1L << 40), ""), call);
            assertEquals(413, status(cast.producer, call, CHUNKED, chunk(most + 1)), call);
            assertEquals(400, status(cast.producer, call, length(most), filled(most)), call);
            assertEquals(400, status(cast.producer, call, CHUNKED, chunk(most) + "0\r\n\r\n"), call);
        });
    }

    @Test
    void who_may_not_call_is_told_before_the_body_is_here() {
        calls().forEach((call, most) -> {
            assertEquals(403, status(cast.observer, call, length(most), ""), call);
            assertEquals(403, status(cast.observer, call, length(most + 1), ""), call);
            assertEquals(404, status(cast.producer, call.replace("/DFW/", "/SYD/"), length(most), ""), call);
            assertEquals(401, status(anonymousHead(call) + length(most) + "\r\n"), call);
        });
    }

    @Test
    void the_connection_ends_with_a_body_that_is_too_large() {
        String head =
                head(cast.producer, "POST /DFW/v2/images", length(1 << 20)).replace("Connection: close\r\n", "");
        Duration atOnce = Duration.ofSeconds(2); // a form would time out after 3 seconds
        byte[] request = (head + "\r\n" + " ".repeat(1_000)).getBytes(StandardCharsets.UTF_8);
        assertTimeout(atOnce, () -> assertEquals(413, RawHttp.send(request).status()));
    }

    @Test
    void bodies_that_never_come_keep_nobody_waiting() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int each = 0; each < 118; each++) {
                Socket socket = RawHttp.connect();
                sockets.add(socket);
                String head = head(cast.producer, "POST /DFW/v2/images", length(500));
                socket.getOutputStream().write((head + "\r\n{").getBytes(StandardCharsets.UTF_8));
            }
            ApiClient another = ApiClient.forUser(cast.otherConsumer);
            assertTimeout(Duration.ofSeconds(2), () -> another.get("/v2/images").is(200));
            assertTimeout(Duration.ofSeconds(2), () -> another.creates("not kept waiting"));
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void the_properties_of_an_image_have_a_total() {
        UUID image = owner.creates("much said of it");
        owner.patch(image, addProperty("a", "ä".repeat(15_000))).is(200);
        owner.patch(image, addProperty("b", "x".repeat(30_000))).is(200);
        owner.patch(image, addProperty("c", "x".repeat(10_000))).is(413);
        owner.patch(image, addProperty("a", "x".repeat(30_000))).is(200);
        owner.patch(image, addProperty("c", "x".repeat(5_000))).is(200);
        owner.put("/v2/images/" + image + "/tags/one", "").is(204);
    }

    private static String addProperty(String key, String value) {
        return "[{\"op\":\"add\",\"path\":\"/" + key + "\",\"value\":\"" + value + "\"}]";
    }

    private Map<String, Integer> calls() {
        String image = "/DFW/v2/images/" + owner.creates("bounded");
        return Map.of(
                "POST /DFW/v2/images",
                64 << 10,
                "PATCH " + image,
                64 << 10,
                "POST " + image + "/import",
                128 << 10,
                "POST " + image + "/members",
                1 << 10,
                "PUT " + image + "/members/4711",
                1 << 10,
                "POST /DFW/v2/offers",
                64 << 10,
                "POST /DFW/v2/servers",
                4 << 10,
                "POST /DFW/v2/servers/" + UUID.randomUUID() + "/snapshots",
                4 << 10);
    }

    private static int status(TestUser who, String call, String framing, String body) {
        return status(head(who, call, framing) + "\r\n" + body);
    }

    private static int status(String request) {
        try (Socket socket = RawHttp.connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            byte[] start = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
            return Integer.parseInt(new String(start, StandardCharsets.UTF_8).substring(9));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String head(TestUser who, String call, String framing) {
        return anonymousHead(call) + "X-Auth-Token: " + TokenIssuer.token(who.claims()) + "\r\n" + framing;
    }

    private static String anonymousHead(String call) {
        String type = call.startsWith("PATCH") ? "application/openstack-images-v2.1-json-patch" : "application/json";
        String[] words = call.split(" ");
        return RawHttp.head(words[0], words[1], List.of("Content-Type: " + type));
    }

    private static String length(long bytes) {
        return "Content-Length: " + bytes + "\r\n";
    }

    private static String filled(int bytes) {
        return "\"" + " ".repeat(bytes - 2) + "\"";
    }

    private static String chunk(int bytes) {
        return Integer.toHexString(bytes) + "\r\n" + filled(bytes) + "\r\n";
    }
}
