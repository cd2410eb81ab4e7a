package dev.handshake.e2e;

import dev.handshake.testing.ApiClient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Normal traffic of an account by API and pages, and of an anonymous user, in a loop. */
class BackgroundTraffic implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;
    private static final int IMAGE_SIZE = 1 << 20;

    private final ApiClient apiClient;
    private final VirtualUser virtualUser;
    private final PackagedPortal portal;
    private final String images;
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Void> end;
    private volatile boolean stopped;
    private final AtomicInteger rounds = new AtomicInteger();
    private volatile long slowestMillis;

    private BackgroundTraffic(PackagedPortal portal, ApiClient apiClient, VirtualUser virtualUser) {
        this.portal = portal;
        this.apiClient = apiClient;
        this.virtualUser = virtualUser;
        this.images = portal.uri("/DFW/v2/images").toString();
        this.end = CompletableFuture.runAsync(this::run, BackgroundTraffic::startThread);
    }

    private static void startThread(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    /** Starts with a user already signed in. */
    static BackgroundTraffic startSignedIn(
            PackagedEnvironment packagedEnvironment, PackagedPortal portal, String account) {
        VirtualUser virtualUser = new VirtualUser(portal.uri("/"), account);
        virtualUser.signsIn("/DFW/images");
        return new BackgroundTraffic(portal, new ApiClient(packagedEnvironment.token(account)), virtualUser);
    }

    private void run() {
        while (!stopped) {
            runRound();
            rounds.incrementAndGet();
        }
    }

    private void runRound() {
        assertStatus(200, "list", () -> apiClient.get(images).status());
        assertStatus(200, "page", () -> virtualUser.opens("/DFW/images").status());
        assertStatus(
                200,
                "page of nobody",
                () -> new ApiClient().get(portal.uri("/signed-out").toString()).status());
        assertStatus(401, "list of nobody", () -> new ApiClient().get(images).status());
        UUID id = UUID.randomUUID();
        String image = images + "/" + id;
        byte[] disk = disk();
        assertStatus(
                201,
                "create",
                () -> apiClient.post(images, "{\"id\":\"" + id + "\"}").status());
        assertStatus(204, "upload", () -> apiClient.put(image + "/file", disk).status());
        assertStatus(
                200,
                "offer",
                () -> apiClient
                        .post(image + "/members", "{\"member\":\"100999\"}")
                        .status());
        assertStatus(200, "download", () -> apiClient.get(image + "/file").status());
        assertStatus(
                303,
                "form",
                () -> virtualUser
                        .posts("/DFW/images/" + id + "/offers/100999/removal")
                        .status());
        assertStatus(204, "delete", () -> apiClient.delete(image).status());
    }

    private static byte[] disk() {
        byte[] disk = new byte[IMAGE_SIZE];
        new LargeDiskInputStream(IMAGE_SIZE).read(disk, 0, disk.length);
        return disk;
    }

    private void assertStatus(int status, String what, Supplier<Integer> call) {
        long asked = System.nanoTime();
        String seen;
        try {
            seen = String.valueOf(CompletableFuture.supplyAsync(call, BackgroundTraffic::startThread)
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join());
        } catch (RuntimeException broken) {
            seen = broken.toString();
        }
        slowestMillis = Math.max(slowestMillis, (System.nanoTime() - asked) / 1_000_000);
        if (!seen.equals(String.valueOf(status))) {
            failures.add(what + ": " + seen);
        }
    }

    /** Stops after the current round. */
    @Override
    public void close() {
        stopped = true;
        end.join();
    }

    /** Responses other than expected. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    int rounds() {
        return rounds.get();
    }

    long slowestMillis() {
        return slowestMillis;
    }
}
