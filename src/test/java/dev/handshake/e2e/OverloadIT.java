package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Eventually;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A portal with low concurrency limits under overload. */
class OverloadIT {

    private static final int MAX_CONCURRENT = 8;
    private static final int TRANSFERS = 3;

    private record ObservedResponse(int status, String retryAfter, int length, long millis) {}

    private static PackagedEnvironment site;
    private static PackagedPortal portal;

    private final ApiClient owner = new ApiClient(site.token("100200"));
    private final String images = portal.uri("/DFW/v2/images").toString();

    @BeforeAll
    static void startPortal() throws Exception {
        site = new PackagedEnvironment(Map.of(
                "HANDSHAKE_HTTP_MAX_CONCURRENT_REQUESTS", String.valueOf(MAX_CONCURRENT),
                "HANDSHAKE_HTTP_MAX_CONCURRENT_TRANSFERS", String.valueOf(TRANSFERS),
                "QUARKUS_DATASOURCE_JDBC_MAX_SIZE", "3"));
        portal = site.startPortal();
    }

    @AfterAll
    static void stopPortal() throws Exception {
        portal.close();
        site.close();
    }

    /**
     * Ten times as many concurrent clients as the limit, each retrying immediately after a refusal. The database
     * answers only every half a second, so that on a slow machine too there is time for more refusals than answers.
     */
    @Test
    void at_ten_times_the_load_most_are_refused_quickly_and_the_others_served_as_ever() throws Exception {
        ApiClient.idOf(owner.post(images, "{}"));
        List<ObservedResponse> seen = flood(10 * MAX_CONCURRENT, Duration.ofSeconds(5));
        List<ObservedResponse> served =
                seen.stream().filter(each -> each.status == 200).toList();
        List<ObservedResponse> refused =
                seen.stream().filter(each -> each.status == 503).toList();
        System.out.printf(
                "Overload: %d served (p50 %d ms, p99 %d ms), %d refused (p50 %d ms, p99 %d ms)%n",
                served.size(),
                percentile(50, served),
                percentile(99, served),
                refused.size(),
                percentile(50, refused),
                percentile(99, refused));
        assertEquals(seen.size(), served.size() + refused.size(), "nothing else is answered");
        assertTrue(refused.size() > served.size(), "most are refused");
        assertTrue(served.size() > 20, "but work goes on");
        assertTrue(percentile(50, refused) < percentile(50, served), "a refusal is quick");
        assertTrue(percentile(99, served) < 10_000, "who is served does not wait long");
        refused.forEach(each -> assertTrue(each.length < 200 && each.retryAfter != null, each.toString()));
        ObservedResponse next = send(owner);
        assertEquals(200, next.status, "the next one is served");
        assertTrue(next.millis < 5_000, next.toString());
    }

    private List<ObservedResponse> flood(int people, Duration length) throws Exception {
        List<ObservedResponse> seen = Collections.synchronizedList(new ArrayList<>());
        ExecutorService threads = Executors.newFixedThreadPool(people);
        long end = System.nanoTime() + length.toNanos();
        for (int each = 0; each < people; each++) {
            ApiClient person = new ApiClient(
                    site.token(String.valueOf(200_000 + each))); // one account may use only half of the limit
            threads.submit(() -> {
                while (System.nanoTime() < end) {
                    seen.add(send(person));
                }
                return null;
            });
        }
        assertEquals(200, status(portal.managementUri().resolve("/q/health/live")), "it lives, and says so");
        while (System.nanoTime() < end) {
            site.database().lockTable("image", 500);
            Thread.sleep(50);
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(1, TimeUnit.MINUTES));
        return seen;
    }

    private ObservedResponse send(ApiClient person) {
        long asked = System.nanoTime();
        ApiClient.ApiResponse apiResponse = person.get(images);
        long millis = (System.nanoTime() - asked) / 1_000_000;
        return new ObservedResponse(
                apiResponse.status(), apiResponse.header("Retry-After"), apiResponse.bytes().length, millis);
    }

    private static int status(URI address) {
        HttpRequest request = HttpRequest.newBuilder(address).build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .sendAsync(request, BodyHandlers.discarding())
                .join()
                .statusCode();
    }

    private static long percentile(int percent, List<ObservedResponse> seen) {
        List<Long> sorted = seen.stream().map(ObservedResponse::millis).sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    /** As many uploads as there are database connections and permits, then one more. */
    @Test
    void uploads_that_take_long_keep_nobody_else_waiting() throws Exception {
        CountDownLatch enough = new CountDownLatch(1);
        List<CompletableFuture<Integer>> uploads = new ArrayList<>();
        for (int each = 0; each < TRANSFERS; each++) {
            ApiClient person = new ApiClient(site.token(String.valueOf(300_000 + each)));
            UUID image = ApiClient.idOf(person.post(images, "{}"));
            uploads.add(upload(person, image, enough));
            awaitSaving(person, image);
        }
        UUID another = ApiClient.idOf(owner.post(images, "{}"));
        ApiClient.ApiResponse refused =
                owner.put(images + "/" + another + "/file", new byte[] {1}).is(503);
        assertNotNull(refused.header("Retry-After"));
        for (int times = 0; times < 20; times++) {
            owner.get(images).is(200);
        }
        enough.countDown();
        uploads.forEach(each -> assertEquals(204, each.join()));
        owner.put(images + "/" + another + "/file", new LargeDiskInputStream(1_024).readAllBytes())
                .is(204);
    }

    private CompletableFuture<Integer> upload(ApiClient person, UUID image, CountDownLatch enough) {
        InputStream slow = new LargeDiskInputStream(1_024_000) {
            @Override
            public int read(byte[] buffer, int from, int most) {
                boolean isOver = awaits(enough);
                return super.read(buffer, from, isOver ? most : Math.min(most, 1_000));
            }
        };
        return CompletableFuture.supplyAsync(
                () -> person.send(
                                "PUT",
                                images + "/" + image + "/file",
                                BodyPublishers.ofInputStream(() -> slow),
                                "Content-Type",
                                "application/octet-stream")
                        .status(),
                Executors.newCachedThreadPool());
    }

    private static boolean awaits(CountDownLatch enough) {
        try {
            return enough.await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException end) {
            throw new IllegalStateException(end);
        }
    }

    private void awaitSaving(ApiClient person, UUID image) {
        Eventually.get(
                () -> person.get(images + "/" + image).json().path("status").asText(), "saving"::equals);
    }
}
