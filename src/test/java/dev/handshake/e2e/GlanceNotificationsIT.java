package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.handshake.disk.DiskFiles;
import dev.handshake.observability.ManagementClient;
import dev.handshake.observability.MetricsScrape;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Eventually;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What happens at a real Glance is known within seconds, by its notifications alone: the next sweep is an hour away.
 */
class GlanceNotificationsIT {

    private static final List<String> REGIONS = List.of("DFW", "ORD");
    private static final int MEGABYTE = 1 << 20;

    private static GlanceEnvironment environment;
    private static ApiClient producer;
    private static ApiClient consumer;
    private static String account;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(GlanceCloud.isInstalled(), GlanceCloud.MISSING);
        assumeTrue(
                GlanceCloud.isRabbitInstalled(),
                "RabbitMQ is not installed, and without it the test of Glance's notifications is skipped."
                        + " See src/test/openstack/README.md.");
        environment = GlanceEnvironment.start(GlanceCloud.Kind.NOTIFYING);
        producer = environment.cloud().clientOf("producer");
        consumer = environment.cloud().clientOf("consumer");
        account = environment.cloud().project("consumer");
        awaitConnected(2);
        environment.createsImage(
                environment.cloud().clientOf("stranger"), "by which the portal sees its role", DiskFiles.raw(4_096));
    }

    @AfterAll
    static void stop() throws Exception {
        if (environment != null) {
            environment.close();
        }
    }

    @Test
    void what_happens_at_glance_is_known_within_seconds() throws Exception {
        UUID image = environment.createsImage(producer, "watched", DiskFiles.raw(4_096));
        awaitStatus(producer, image, 200);
        Instant start = Instant.now();
        String member = glance(image) + "/members/" + account;
        producer.post(glance(image) + "/members", "{\"member\": \"" + account + "\"}")
                .is(200);
        awaitMembers(image, Map.of(account, "pending"));
        consumer.put(member, "{\"status\": \"accepted\"}").is(200);
        awaitMembers(image, Map.of(account, "accepted"));
        producer.delete(member).is(204);
        awaitMembers(image, Map.of());
        producer.post(glance(image) + "/actions/deactivate", "").is(204);
        Eventually.isTrue(() -> REGIONS.stream().allMatch(each -> isDeactivated(each, image)));
        producer.delete(glance(image)).is(204);
        awaitStatus(producer, image, 404);
        Duration all = Duration.between(start, Instant.now());
        assertTrue(all.compareTo(Duration.ofSeconds(20)) < 0, all.toString());
    }

    private static boolean isDeactivated(String region, UUID image) {
        return producer.get(portal(region, image))
                .json()
                .path("status")
                .asText()
                .equals("deactivated");
    }

    @Test
    void an_offer_made_here_is_known_in_the_other_region() throws Exception {
        UUID image = environment.createsImage(producer, "mirrored", DiskFiles.raw(4_096));
        awaitStatus(producer, image, 200);
        producer.post(portal("DFW", image) + "/members", "{\"member\": \"" + account + "\"}")
                .is(200);
        awaitMembers(image, Map.of(account, "pending"));
        consumer.put(portal("DFW", image) + "/members/" + account, "{\"status\": \"accepted\"}")
                .is(200);
        awaitMembers(image, Map.of(account, "accepted"));
    }

    @Test
    void junk_is_thrown_away_and_keeps_nobody_waiting() throws Exception {
        double before = countInvalid();
        publishes(new byte[0], "no JSON".getBytes(StandardCharsets.UTF_8), new byte[2 * MEGABYTE]);
        UUID image = environment.createsImage(producer, "after junk", DiskFiles.raw(4_096));
        awaitStatus(producer, image, 200);
        assertEquals(before + 6, countInvalid());
    }

    /** It does not fit into the heap, and RabbitMQ would send it again and again. */
    @Test
    void what_is_longer_than_the_portal_receives_keeps_nobody_waiting_for_long() throws Exception {
        publishes(new byte[17 * MEGABYTE]);
        awaitConnected(0);
        awaitConnected(2);
        awaitStatus(producer, environment.createsImage(producer, "after it", DiskFiles.raw(4_096)), 200);
    }

    private static void publishes(byte[]... bodies) throws Exception {
        try (Connection connection = environment.cloud().connectToRabbit();
                Channel channel = connection.createChannel()) {
            for (byte[] each : bodies) {
                channel.basicPublish("glance", "notifications.info", null, each);
            }
        }
    }

    @Test
    void the_queue_that_glance_makes_for_others_is_bounded() throws Exception {
        for (int each = 0; each < 5; each++) {
            environment.createsImage(producer, "one of many", DiskFiles.raw(4_096));
        }
        try (Connection connection = environment.cloud().connectToRabbit();
                Channel channel = connection.createChannel()) {
            assertEquals(10, channel.queueDeclarePassive("notifications.info").getMessageCount());
        }
    }

    @Test
    void a_queue_that_was_made_in_another_way_is_read_as_it_is() throws Exception {
        try (Connection connection = environment.cloud().connectToRabbit();
                Channel channel = connection.createChannel()) {
            channel.queueDelete("handshake.ORD");
            channel.queueDeclare("handshake.ORD", true, false, false, null);
        }
        awaitConnected(1);
        awaitConnected(2);
        awaitStatus(producer, environment.createsImage(producer, "another queue", DiskFiles.raw(4_096)), 200);
    }

    @Test
    void without_rabbitmq_everything_else_goes_on_and_with_it_again_all_is_as_before() throws Exception {
        UUID image = environment.createsImage(producer, "long-lived", DiskFiles.raw(4_096));
        awaitStatus(producer, image, 200);
        Pattern lost = Pattern.compile("Notifications of Glance in \\w+ are not received: ");
        int before = environment.portal().logLines(lost).size();
        environment.cloud().killRabbit();
        awaitConnected(0);
        assertEquals(200, management().get("/q/health/ready").statusCode());
        producer.get(portal("DFW", image)).is(200);
        awaitConnected(2);
        producer.post(glance(image) + "/members", "{\"member\": \"" + account + "\"}")
                .is(200);
        awaitMembers(image, Map.of(account, "pending"));
        assertEquals(before + 2, environment.portal().logLines(lost).size());
        assertEquals(List.of(), environment.portal().logLines(Pattern.compile("p@ss|p%40ss")));
    }

    private static String portal(String region, UUID image) {
        return environment.images(region) + "/" + image;
    }

    private static String glance(UUID image) {
        return environment.imagesAtGlance() + "/" + image;
    }

    private static void awaitStatus(ApiClient user, UUID image, int status) {
        REGIONS.forEach(each -> GlanceIT.awaitStatus(user, portal(each, image), status));
    }

    private static void awaitMembers(UUID image, Map<String, String> expected) {
        REGIONS.forEach(each ->
                Eventually.get(() -> GlanceEnvironment.members(producer, portal(each, image)), expected::equals));
    }

    private static void awaitConnected(int regions) {
        Eventually.get(
                () -> MetricsScrape.fetch(management()).sum("handshake_glance_notifications_connected"),
                sum -> sum == regions);
    }

    private static double countInvalid() {
        return MetricsScrape.fetch(management()).sum("handshake_glance_notifications_total", "outcome=\"invalid\"");
    }

    private static ManagementClient management() {
        return new ManagementClient(environment.portal().managementUri());
    }
}
