package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Eventually;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Regions whose images are those of a real Glance: ORD observes it, DFW mirrors it. */
class GlanceIT {

    private static GlanceEnvironment environment;
    private static ApiClient producer;
    private static ApiClient consumer;
    private static ApiClient stranger;
    private static String account;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(GlanceCloud.isInstalled(), GlanceCloud.MISSING);
        environment = GlanceEnvironment.start();
        producer = environment.cloud().clientOf("producer");
        consumer = environment.cloud().clientOf("consumer");
        stranger = environment.cloud().clientOf("stranger");
        account = environment.cloud().project("consumer");
        environment.createsImage(stranger, "by which the portal sees that it sees everything", DiskFiles.raw(4_096));
    }

    @AfterAll
    static void stop() throws Exception {
        if (environment != null) {
            environment.close();
        }
    }

    @Test
    void an_image_shared_by_command_is_shown_where_glance_is_observed() throws Exception {
        OpenStackCommand command = environment.cloud().as("producer");
        Path file = Files.write(Path.of("target/e2e", "glance.raw"), DiskFiles.raw(1 << 20));
        UUID image = UUID.fromString(command.value(
                "id", "image create --disk-format raw --container-format bare --shared --file " + file + " shared"));
        command.run("image add project " + image + " " + account);
        environment.cloud().as("consumer").run("image set --accept " + image);
        awaitMembers("ORD", image, Map.of(account, "accepted"));
        for (ApiClient side : List.of(producer, consumer)) {
            assertEquals(
                    "shared",
                    side.get(portal("ORD", image)).is(200).json().path("name").asText());
        }
        assertEquals(Map.of(account, "accepted"), members(consumer, portal("ORD", image)));
        stranger.get(portal("ORD", image)).is(404);
        command.run("image remove project " + image + " " + account);
        awaitStatus(consumer, portal("ORD", image), 404);
        producer.get(portal("ORD", image)).is(200);
        command.run("image set --hidden " + image);
        Eventually.isTrue(() ->
                producer.get(portal("ORD", image)).json().path("os_hidden").asBoolean());
        command.run("image delete " + image);
        awaitStatus(producer, portal("ORD", image), 404);
    }

    @Test
    void where_glance_is_observed_nothing_is_changed_here() throws Exception {
        UUID image = environment.createsImage(producer, "observed", DiskFiles.raw(4_096));
        offers(glance(image));
        awaitMembers("ORD", image, Map.of(account, "pending"));
        String url = portal("ORD", image);
        consumer.put(url + "/members/" + account, "{\"status\": \"accepted\"}").is(403);
        producer.delete(url + "/members/" + account).is(403);
        producer.post(url + "/members", "{\"member\": \"" + account + "\"}").is(403);
        producer.delete(url).is(403);
        assertEquals(Map.of(account, "pending"), members(producer, glance(image)));
    }

    @Test
    void the_handshake_here_happens_at_glance_too() throws Exception {
        UUID image = environment.createsImage(producer, "mirrored", DiskFiles.raw(4_096));
        awaitStatus(producer, portal("DFW", image), 200);
        offers(portal("DFW", image));
        awaitAtGlance(image, Map.of(account, "pending"));
        consumer.get(glance(image)).is(200);
        for (String status : List.of("accepted", "rejected", "pending", "accepted")) {
            decides(portal("DFW", image), status);
            awaitAtGlance(image, Map.of(account, status));
        }
        producer.delete(portal("DFW", image) + "/members/" + account).is(204);
        consumer.get(portal("DFW", image)).is(404);
        awaitAtGlance(image, Map.of());
        consumer.get(glance(image)).is(404);
    }

    @Test
    void the_handshake_at_glance_happens_here_too() throws Exception {
        UUID image = environment.createsImage(producer, "mirrored", DiskFiles.raw(4_096));
        awaitStatus(producer, portal("DFW", image), 200);
        offers(glance(image));
        awaitMembers("DFW", image, Map.of(account, "pending"));
        for (String status : List.of("accepted", "rejected")) {
            decides(glance(image), status);
            awaitMembers("DFW", image, Map.of(account, status));
        }
        decides(portal("DFW", image), "accepted");
        awaitAtGlance(image, Map.of(account, "accepted"));
        producer.delete(glance(image) + "/members/" + account).is(204);
        awaitMembers("DFW", image, Map.of());
        consumer.get(portal("DFW", image)).is(404);
    }

    /** Glance keeps the row of a removed member, and gives it back with its first time. */
    @Test
    void who_was_removed_here_can_be_offered_the_image_at_glance_again() throws Exception {
        UUID image = environment.createsImage(producer, "again", DiskFiles.raw(4_096));
        offers(glance(image));
        awaitMembers("DFW", image, Map.of(account, "pending"));
        producer.delete(portal("DFW", image) + "/members/" + account).is(204);
        awaitAtGlance(image, Map.of());
        Thread.sleep(15_000); // until nothing that was under way there can bring the member back
        offers(glance(image));
        awaitMembers("DFW", image, Map.of(account, "pending"));
        decides(portal("DFW", image), "accepted");
        awaitAtGlance(image, Map.of(account, "accepted"));
        environment.awaitSweeps();
        assertEquals(Map.of(account, "accepted"), members(producer, portal("DFW", image)));
    }

    @Test
    void an_invited_account_downloads_the_data_at_glance() throws Exception {
        byte[] data = DiskFiles.raw(1 << 20);
        UUID image = environment.createsImage(producer, "data", data);
        awaitStatus(producer, portal("DFW", image), 200);
        offers(portal("DFW", image));
        for (String region : List.of("DFW", "ORD")) {
            awaitMembers(region, image, Map.of(account, "pending"));
            String file = portal(region, image) + "/file";
            assertArrayEquals(data, consumer.get(file).is(200).bytes());
            assertArrayEquals(
                    Arrays.copyOfRange(data, 1_000, 2_001),
                    consumer.get(file, "Range", "bytes=1000-2000").is(206).bytes());
            stranger.get(file).is(404);
        }
    }

    @Test
    void an_imported_image_is_made_at_glance_for_its_owner() throws Exception {
        UUID image = GlanceImport.play(environment, producer);
        offers(portal("DFW", image));
        awaitAtGlance(image, Map.of(account, "pending"));
    }

    private static String portal(String region, UUID image) {
        return environment.images(region) + "/" + image;
    }

    private static String glance(UUID image) {
        return environment.imagesAtGlance() + "/" + image;
    }

    private static void offers(String url) {
        producer.post(url + "/members", "{\"member\": \"" + account + "\"}").is(200);
    }

    private static void decides(String url, String status) {
        consumer.put(url + "/members/" + account, "{\"status\": \"" + status + "\"}")
                .is(200);
    }

    static void awaitStatus(ApiClient user, String url, int status) {
        Eventually.get(() -> user.get(url).status(), found -> found == status);
    }

    private static void awaitMembers(String region, UUID image, Map<String, String> expected) {
        Eventually.get(() -> members(producer, portal(region, image)), expected::equals);
    }

    private static void awaitAtGlance(UUID image, Map<String, String> expected) {
        Eventually.get(() -> members(producer, glance(image)), expected::equals);
    }

    private static Map<String, String> members(ApiClient user, String url) {
        return GlanceEnvironment.members(user, url);
    }
}
