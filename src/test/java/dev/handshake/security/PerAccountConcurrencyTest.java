package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.disk.DiskFiles;
import dev.handshake.image.Image;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TokenIssuer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * One account can use at most half of each limit: 128 requests, 24 uploads, 24 downloads and 10 database connections.
 */
@PortalTest
class PerAccountConcurrencyTest {

    private static final String PATCH = "Content-Type: application/openstack-images-v2.1-json-patch";

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final ApiClient another = ApiClient.forUser(cast.otherConsumer);
    private final List<Socket> sockets = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void an_account_takes_half_of_the_downloads() throws Exception {
        UUID image = uploadedImage(owner);
        UUID theirs = uploadedImage(another);
        openConnections(24, "GET /DFW/v2.9/images/" + image + "/file", "", token());
        for (Socket socket : sockets) {
            assertEquals("HTTP/1.1 200", new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8));
        }
        awaitRefusal(() -> owner.get("/v2/images/" + image + "/file", "Range", "bytes=0-1"));
        another.get("/v2/images/" + theirs + "/file", "Range", "bytes=0-1").is(206);
        owner.get("/v2/images").is(200);
        close();
        awaitStatus(206, () -> owner.get("/v2/images/" + image + "/file", "Range", "bytes=0-1"));
    }

    @Test
    void an_account_takes_half_of_the_uploads() throws Exception {
        cast.producer.opens("/account").is(200);
        String cookies = "Cookie: " + ConcurrentRequests.sessionCookies(cast.producer);
        UUID image = owner.creates("not filled");
        byte[] disk = DiskFiles.raw(64 << 10);
        openConnections(
                24,
                "POST /DFW/images/uploads",
                "-".repeat(2_000),
                cookies,
                "Content-Type: multipart/form-data; boundary=x",
                "Content-Length: 100000");
        awaitRefusal(() -> owner.put("/v2/images/" + UUID.randomUUID() + "/file", disk));
        owner.put("/v2/images/" + image + "/file", disk).is(429);
        assertEquals(429, cast.producer.uploads("DFW", "mine", disk).status());
        cast.otherConsumer.uploads("DFW", "theirs", disk).is(200);
        another.put("/v2/images/" + another.creates("theirs too") + "/file", disk)
                .is(204);
        close();
        awaitStatus(204, () -> owner.put("/v2/images/" + image + "/file", disk));
    }

    private static UUID uploadedImage(ApiClient who) {
        UUID image = who.creates("filled");
        who.put("/v2/images/" + image + "/file", new byte[8 << 20]).is(204);
        return image;
    }

    @Test
    void an_account_takes_half_of_the_requests() throws Exception {
        cast.producer.opens("/account").is(200);
        cast.otherConsumer.opens("/account").is(200);
        openConnections(128, "POST /DFW/v2/images", "{", token(), "Content-Length: 1000");
        awaitRefusal(() -> owner.get("/v2/images"));
        assertEquals(429, cast.producer.opens("/DFW/images").status());
        assertTimeout(Duration.ofSeconds(2), () -> another.get("/v2/images").is(200));
        cast.otherConsumer.opens("/DFW/images").is(200);
        new ApiClient().get("/signed-out").is(200);
        new ApiClient().get("/v2/images").is(401);
        close();
        awaitStatus(200, () -> owner.get("/v2/images"));
    }

    @Test
    void an_account_takes_half_of_the_connections_and_waits_for_its_own() {
        UUID image = owner.creates("locked");
        ExecutorService threads = Executors.newFixedThreadPool(30);
        List<CompletableFuture<ApiClient.ApiResponse>> patches = new ArrayList<>();
        whileLocked(image, () -> {
            for (int each = 0; each < 30; each++) {
                patches.add(CompletableFuture.supplyAsync(() -> owner.patch(image, "[]"), threads));
            }
            pause(300);
            assertTimeout(Duration.ofSeconds(1), () -> another.get("/v2/images").is(200));
        });
        assertTrue(patches.stream().map(CompletableFuture::join).anyMatch(apiResponse -> apiResponse.status() == 200));
        owner.get("/v2/images").is(200);
        threads.shutdown();
    }

    /** The queries it started are still running in the database. */
    @Test
    void an_account_that_hangs_up_takes_no_more() {
        UUID image = owner.creates("locked");
        whileLocked(image, () -> {
            for (int times = 0; times < 3; times++) {
                openConnections(10, "PATCH /DFW/v2/images/" + image, "[]", token(), PATCH, "Content-Length: 2");
                pause(200);
                close();
            }
            assertTimeout(Duration.ofSeconds(1), () -> another.get("/v2/images").is(200));
        });
        owner.get("/v2/images").is(200);
    }

    private static void whileLocked(UUID image, Executable work) {
        QuarkusTransaction.requiringNew().run(() -> {
            Image.getEntityManager()
                    .createNativeQuery("select id from image where region = 'DFW' and id = :id for update")
                    .setParameter("id", image)
                    .getResultList();
            assertDoesNotThrow(work);
        });
    }

    /** Opens connections that neither send the announced body nor read the response. */
    private void openConnections(int many, String call, String body, String... headers) throws IOException {
        String[] words = call.split(" ");
        byte[] head =
                (RawHttp.head(words[0], words[1], List.of(headers)) + "\r\n" + body).getBytes(StandardCharsets.UTF_8);
        for (int each = 0; each < many; each++) {
            Socket socket = RawHttp.connectWithSmallBuffer();
            sockets.add(socket);
            socket.getOutputStream().write(head);
        }
    }

    private String token() {
        return "X-Auth-Token: " + TokenIssuer.token(cast.producer.claims());
    }

    private static void awaitRefusal(Supplier<ApiClient.ApiResponse> call) {
        ApiClient.ApiResponse refused = awaitStatus(429, call);
        assertNotNull(refused.header("Retry-After"));
        assertTrue(refused.text().contains("Your account has as many requests under way"), refused.text());
    }

    /** Retries, since the portal notices opened and closed connections with a delay. */
    private static ApiClient.ApiResponse awaitStatus(int status, Supplier<ApiClient.ApiResponse> call) {
        ApiClient.ApiResponse apiResponse = call.get();
        for (int tries = 0; tries < 100 && apiResponse.status() != status; tries++) {
            pause(100);
            apiResponse = call.get();
        }
        return apiResponse.is(status);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
