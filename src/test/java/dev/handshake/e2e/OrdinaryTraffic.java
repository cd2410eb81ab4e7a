package dev.handshake.e2e;

import dev.handshake.Script;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * What an account does on an everyday, by script and at its pages, and somebody who is not signed in; over and over.
 */
class OrdinaryTraffic implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;
    private static final int IMAGE_SIZE = 1 << 20;

    private final Script script;
    private final Visitor visitor;
    private final PackagedPortal portal;
    private final String images;
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Void> end;
    private volatile boolean isOver;
    private final AtomicInteger rounds = new AtomicInteger();
    private volatile long slowestMillis;

    private OrdinaryTraffic(PackagedPortal portal, Script script, Visitor visitor) {
        this.portal = portal;
        this.script = script;
        this.visitor = visitor;
        this.images = portal.at("/DFW/v2/images").toString();
        this.end = CompletableFuture.runAsync(this::run, OrdinaryTraffic::start);
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins it, signed in already. */
    static OrdinaryTraffic begin(Site site, PackagedPortal portal, String account) {
        Visitor visitor = new Visitor(portal.at("/"), account);
        visitor.signsIn("/DFW/images");
        return new OrdinaryTraffic(portal, new Script(site.token(account)), visitor);
    }

    private void run() {
        while (!isOver) {
            round();
            rounds.incrementAndGet();
        }
    }

    private void round() {
        expect(200, "list", () -> script.get(images).status());
        expect(200, "page", () -> visitor.opens("/DFW/images").status());
        expect(
                200,
                "page of nobody",
                () -> new Script().get(portal.at("/signed-out").toString()).status());
        expect(401, "list of nobody", () -> new Script().get(images).status());
        UUID id = UUID.randomUUID();
        String image = images + "/" + id;
        byte[] disk = disk();
        expect(
                201,
                "create",
                () -> script.post(images, "{\"id\":\"" + id + "\"}").status());
        expect(204, "upload", () -> script.put(image + "/file", disk).status());
        expect(
                200,
                "offer",
                () -> script.post(image + "/members", "{\"member\":\"100999\"}").status());
        expect(200, "download", () -> script.get(image + "/file").status());
        expect(
                303,
                "form",
                () -> visitor.posts("/DFW/images/" + id + "/offers/100999/removal")
                        .status());
        expect(204, "delete", () -> script.delete(image).status());
    }

    private static byte[] disk() {
        byte[] disk = new byte[IMAGE_SIZE];
        new LargeDisk(IMAGE_SIZE).read(disk, 0, disk.length);
        return disk;
    }

    private void expect(int status, String what, Supplier<Integer> call) {
        long asked = System.nanoTime();
        String seen;
        try {
            seen = String.valueOf(CompletableFuture.supplyAsync(call, OrdinaryTraffic::start)
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

    /** Ends it after the round that is under way. */
    @Override
    public void close() {
        isOver = true;
        end.join();
    }

    /** What was not answered as on an everyday. */
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
