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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
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

    @Test
    void an_account_takes_half_of_the_downloads() throws Exception {
        UUID image = uploadedImage(owner);
        UUID theirs = uploadedImage(another);
        try (HeldRequests downloads = HeldRequests.open(24, "GET /DFW/v2.9/images/" + image + "/file", "", token())) {
            awaitRefusal(() -> owner.get("/v2/images/" + image + "/file", "Range", "bytes=0-1"));
            another.get("/v2/images/" + theirs + "/file", "Range", "bytes=0-1").is(206);
            owner.get("/v2/images").is(200);
        }
        awaitStatus(206, () -> owner.get("/v2/images/" + image + "/file", "Range", "bytes=0-1"));
    }

    @Test
    void an_account_takes_half_of_the_uploads() throws Exception {
        cast.producer.opens("/account").is(200);
        String cookies = "Cookie: " + ConcurrentRequests.sessionCookies(cast.producer);
        UUID image = owner.creates("not filled");
        byte[] disk = DiskFiles.raw(64 << 10);
        String type = "Content-Type: multipart/form-data; boundary=x";
        String start = "-".repeat(2_000);
        try (HeldRequests uploads =
                HeldRequests.open(24, "POST /DFW/images/uploads", start, cookies, type, "Content-Length: 100000")) {
            awaitRefusal(() -> owner.put("/v2/images/" + UUID.randomUUID() + "/file", disk));
            await(429, () -> cast.producer.uploads("DFW", "mine", disk).status());
            cast.otherConsumer.uploads("DFW", "theirs", disk).is(200);
            another.put("/v2/images/" + another.creates("theirs too") + "/file", disk)
                    .is(204);
        }
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
        try (HeldRequests requests =
                HeldRequests.open(128, "POST /DFW/v2/images", "{", token(), "Content-Length: 1000")) {
            awaitRefusal(() -> owner.get("/v2/images"));
            await(429, () -> cast.producer.opens("/DFW/images").status());
            assertTimeout(Duration.ofSeconds(2), () -> another.get("/v2/images").is(200));
            cast.otherConsumer.opens("/DFW/images").is(200);
            new ApiClient().get("/signed-out").is(200);
            new ApiClient().get("/v2/images").is(401);
        }
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
                try (HeldRequests patches = HeldRequests.open(
                        10, "PATCH /DFW/v2/images/" + image, "[]", token(), PATCH, "Content-Length: 2")) {
                    pause(200);
                }
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

    private String token() {
        return "X-Auth-Token: " + TokenIssuer.token(cast.producer.claims());
    }

    private static void awaitRefusal(Supplier<ApiClient.ApiResponse> call) {
        ApiClient.ApiResponse refused = awaitStatus(429, call);
        assertNotNull(refused.header("Retry-After"));
        assertTrue(
                refused.text().contains("Your account has reached its limit of concurrent requests"), refused.text());
    }

    /** Retries, since the portal notices opened and closed connections with a delay. */
    private static ApiClient.ApiResponse awaitStatus(int status, Supplier<ApiClient.ApiResponse> call) {
        AtomicReference<ApiClient.ApiResponse> last = new AtomicReference<>();
        await(status, () -> {
            last.set(call.get());
            return last.get().status();
        });
        return last.get();
    }

    private static void await(int status, IntSupplier call) {
        int answered = call.getAsInt();
        for (int tries = 0; tries < 100 && answered != status; tries++) {
            pause(100);
            answered = call.getAsInt();
        }
        assertEquals(status, answered);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
