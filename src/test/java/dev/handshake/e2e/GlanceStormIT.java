package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Both sides change the same members at once, while Glance is killed. */
class GlanceStormIT {

    private static final int IMAGES = 10;
    private static final Duration TIME = Duration.ofSeconds(24);
    private static final Duration MAX_SETTLING = Duration.ofSeconds(60);
    private static final String OUTSTANDING = "select count(*) from member_change where done_at is null";
    private static final long SEED = 20_261_130;

    private final List<GlanceStorm.Pair> pairs = new ArrayList<>();
    private GlanceEnvironment environment;
    private ApiClient producer;

    @Test
    void both_sides_agree_in_the_end_and_no_removal_is_lost() throws Exception {
        assumeTrue(GlanceCloud.isInstalled(), GlanceCloud.MISSING);
        try (GlanceEnvironment started = GlanceEnvironment.start()) {
            environment = started;
            producer = started.cloud().clientOf("producer");
            GlanceStorm storm = prepare();
            CompletableFuture<Void> here = CompletableFuture.runAsync(() -> storm.changeAtPortal(TIME, SEED));
            CompletableFuture<Void> there = CompletableFuture.runAsync(() -> storm.changeAtGlance(TIME, SEED + 1));
            Thread.sleep(TIME.dividedBy(3).toMillis());
            started.cloud().killGlance();
            CompletableFuture.allOf(here, there).join();
            Instant end = Instant.now();
            System.out.println("Storm at Glance: " + storm.answers());
            Eventually.isTrue(this::isSettled);
            Duration settling = Duration.between(end, Instant.now());
            System.out.println(
                    "It settled in " + settling + ", " + storm.removed().size() + " were removed here last");
            assertTrue(settling.compareTo(MAX_SETTLING) < 0, settling::toString);
            started.awaitSweeps();
            assertEverythingIsRight(storm);
        }
    }

    private GlanceStorm prepare() throws Exception {
        Map<String, ApiClient> members = new HashMap<>();
        for (String user : List.of("consumer", "consumer2", "stranger")) {
            members.put(environment.cloud().project(user), environment.cloud().clientOf(user));
        }
        List<String> accounts = new ArrayList<>(members.keySet());
        List.of("a", "b", "c").forEach(each -> accounts.add(each.repeat(32)));
        for (int each = 0; each < IMAGES; each++) {
            UUID image = environment.createsImage(producer, "stormy-" + each, DiskFiles.raw(4_096));
            accounts.forEach(account -> pairs.add(new GlanceStorm.Pair(image, account)));
        }
        // Of an image without changes, only what differs is copied.
        environment.database().executeIn("glance", "update images set updated_at = updated_at - interval '1 hour'");
        for (GlanceStorm.Pair each : pairs) {
            GlanceIT.awaitStatus(producer, environment.images("DFW") + "/" + each.image(), 200);
        }
        environment.awaitSweeps();
        return new GlanceStorm(
                pairs,
                environment.images("DFW"),
                environment.imagesAtGlance(),
                producer,
                environment.cloud().clientOf("admin"),
                members);
    }

    private boolean isSettled() throws Exception {
        return environment.database().queryColumn(OUTSTANDING).equals(List.of("0"))
                && at(environment.imagesAtGlance()).equals(at(environment.images("DFW")));
    }

    private void assertEverythingIsRight(GlanceStorm storm) {
        Map<UUID, Map<String, String>> there = at(environment.imagesAtGlance());
        assertEquals(there, at(environment.images("DFW")), "mirrored");
        assertEquals(there, at(environment.images("ORD")), "observed");
        for (GlanceStorm.Pair each : storm.removed()) {
            assertTrue(!there.get(each.image()).containsKey(each.member()), () -> each + " is still in " + there);
        }
        assertEquals(
                List.of(),
                storm.answers().keySet().stream()
                        .filter(each -> each.matches("portal (429|5..)"))
                        .toList());
        assertEquals(
                List.of(),
                environment.portal().errorLines().stream()
                        .filter(each -> !each.contains("Connection reset")) // of Glance, by the HTTP client
                        .toList());
    }

    /** The members of each image. */
    private Map<UUID, Map<String, String>> at(String images) {
        Map<UUID, Map<String, String>> members = new HashMap<>();
        for (GlanceStorm.Pair each : pairs) {
            members.computeIfAbsent(each.image(), image -> GlanceEnvironment.members(producer, images + "/" + image));
        }
        return members;
    }
}
