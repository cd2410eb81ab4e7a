package dev.handshake.e2e;

import dev.handshake.testing.FakeGlance;
import dev.handshake.testing.FakeKeystone;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Measures sweeps of many images by two packaged portals, with a Glance in this process that answers at once. One of
 * the portals is killed in the middle of the second sweep.
 */
class SweepBenchmark implements AutoCloseable {

    private static final int MEMBERS = 2;
    private static final int OWNERS = 500;
    private static final Duration TIMEOUT = Duration.ofHours(1);

    private final FakeKeystone keystone = new FakeKeystone();
    private final FakeGlance glance = FakeGlance.start();
    private final int images;
    private final PackagedEnvironment environment;
    private final List<String> report = new ArrayList<>();
    private final List<UUID> ids = new ArrayList<>();

    private SweepBenchmark(int images) throws Exception {
        this.images = images;
        this.environment = new PackagedEnvironment(Map.of(
                "HANDSHAKE_KEYSTONE_URL", keystone.url(),
                "HANDSHAKE_KEYSTONE_USER_NAME", "portal",
                "HANDSHAKE_KEYSTONE_USER_PASSWORD", "secret",
                "HANDSHAKE_KEYSTONE_USER_PROJECT", "portal",
                "HANDSHAKE_REGION_DFW_GLANCE_URL", glance.url(),
                "HANDSHAKE_REGION_DFW_GLANCE_MODE", "mirror",
                "HANDSHAKE_GLANCE_SWEEP_INTERVAL", "1s",
                "HANDSHAKE_GLANCE_MAX_CALLS_PER_SECOND", "10000",
                "BENCHMARK_PAGES", "target/e2e")); // for the page that only this package has
    }

    /** @param arguments how many images, seconds that do not count here, and the file of the report */
    public static void main(String[] arguments) throws Exception {
        try (SweepBenchmark benchmark = new SweepBenchmark(Integer.parseInt(arguments[0]))) {
            benchmark.run();
            Files.write(Path.of(arguments[2]), benchmark.report);
            benchmark.report.forEach(new PrintStream(System.out, true, StandardCharsets.UTF_8)::println);
        }
    }

    private void run() throws Exception {
        for (int each = 0; each < images; each++) {
            UUID image = glance.addImage("owner-" + each % OWNERS, "image " + each, "shared");
            ids.add(image);
            for (int member = 1; member <= MEMBERS; member++) {
                glance.setMember(image, "owner-" + (each + member) % OWNERS, "accepted");
            }
        }
        try (PackagedPortal one = environment.startPortal();
                PackagedPortal another = environment.startPortal()) {
            sweep("first, which copies everything");
            int lists = countLists();
            Instant began = Instant.now();
            awaitPage(images / 2);
            one.kill();
            sweepFrom(began, "second, without changes, one of two replicas killed in its middle");
            report.add("lists of images read in the second sweep: " + (countLists() - lists) + " of "
                    + (images / 100 + 1) + " pages, and those of the hidden images");
            glance.setMember(ids.get(images - 1), "owner-1", "rejected");
            sweep("third, by one replica");
            report.add("lines about errors: " + another.errorLines().size());
        }
    }

    private int countLists() {
        return (int) glance.calls().stream()
                .filter(each -> each.startsWith("GET /v2/images?"))
                .count();
    }

    private void sweep(String what) throws Exception {
        sweepFrom(Instant.now(), what);
    }

    private void sweepFrom(Instant began, String what) throws Exception {
        int calls = glance.calls().size();
        String before = complete();
        while (complete().equals(before)) {
            requireTime(began);
        }
        long millis = Duration.between(began, Instant.now()).toMillis();
        int made = glance.calls().size() - calls;
        report.add("sweep " + what + ": " + images + " images, " + millis / 1_000 + " s, " + made + " calls");
    }

    private void awaitPage(int position) throws Exception {
        String marker = ids.stream().map(UUID::toString).sorted().toList().get(position);
        Instant began = Instant.now();
        while (column("select coalesce(marker, '') from image_sweep where not hidden")
                        .compareTo(marker)
                < 0) {
            requireTime(began);
        }
    }

    private String complete() throws Exception {
        return column("select coalesce(complete_at::text, '') from image_sweep");
    }

    private String column(String query) throws Exception {
        Thread.sleep(100);
        List<String> rows = environment.database().queryColumn(query);
        return rows.isEmpty() ? "" : rows.get(0);
    }

    private static void requireTime(Instant began) throws IOException {
        if (began.plus(TIMEOUT).isBefore(Instant.now())) {
            throw new IOException("The sweep does not end");
        }
    }

    @Override
    public void close() throws Exception {
        environment.close();
        glance.close();
        keystone.close();
    }
}
