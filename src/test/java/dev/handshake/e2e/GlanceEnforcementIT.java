package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Eventually;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The portal's rules at a real Glance in mode enforce, which has the policy of its secure defaults. */
class GlanceEnforcementIT {

    private static final byte[] DATA = DiskFiles.raw(4_096);

    private static GlanceEnvironment environment;
    private static ApiClient producer;
    private static ApiClient consumer;
    private static ApiClient portalUser;
    private static OpenStackCommand command;
    private static String owner;
    private static String first;
    private static String second;
    private static String third;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(GlanceCloud.isInstalled(), GlanceCloud.MISSING);
        environment = GlanceEnvironment.start(GlanceCloud.Kind.SECURE);
        producer = environment.cloud().clientOf("producer");
        consumer = environment.cloud().clientOf("consumer");
        portalUser = environment.cloud().clientOf("portal");
        command = environment.cloud().as("producer");
        owner = environment.cloud().project("producer");
        first = environment.cloud().project("consumer");
        second = environment.cloud().project("consumer2");
        third = environment.cloud().project("stranger");
        environment.createsImage(environment.cloud().clientOf("stranger"), "by which the portal sees everything", DATA);
    }

    @AfterAll
    static void stop() throws Exception {
        if (environment != null) {
            environment.close();
        }
    }

    @Test
    void a_member_beyond_the_quota_is_removed_at_glance_and_both_sides_are_told() throws Exception {
        UUID image = createsImage("crowded");
        offersAtGlance(image, first);
        offersAtGlance(image, second);
        awaitHere(image, Map.of(first, "pending", second, "pending"));
        offersAtGlance(image, third);
        awaitUndone(image, third);
        assertEquals(Map.of(first, "pending", second, "pending"), members(atGlance(image)));
        assertEquals(Map.of(first, "pending", second, "pending"), members(here(image)));
    }

    @Test
    void a_new_member_of_a_deactivated_image_is_removed_and_an_earlier_one_stays() throws Exception {
        UUID image = createsImage("deactivated");
        offersAtGlance(image, first);
        awaitHere(image, Map.of(first, "pending"));
        environment.cloud().as("admin").run("image set --deactivate " + image);
        Eventually.get(() -> producer.get(here(image)).json().path("status").asText(), "deactivated"::equals);
        offersAtGlance(image, second);
        awaitUndone(image, second);
        assertEquals(Map.of(first, "pending"), members(atGlance(image)));
    }

    private static void awaitUndone(UUID image, String member) throws Exception {
        Eventually.isTrue(() -> !members(atGlance(image)).containsKey(member));
        shows(owner, "/DFW/images/" + image + "/history", "offer undone");
        shows(owner, "/DFW/notifications", "The offer to account " + member + " was undone");
        shows(member, "/DFW/notifications", "An offer to you by account " + owner + " was undone");
    }

    private static void shows(String account, String path, String words) {
        VirtualUser person = new VirtualUser(environment.portal().uri("/"), account);
        String text = person.signsIn(path).document().text();
        assertTrue(text.contains(words), text);
    }

    @Test
    void the_handshake_here_happens_at_glance_and_the_data_is_the_owners() throws Exception {
        UUID image = createsImage("mirrored");
        producer.post(here(image) + "/members", "{\"member\": \"" + first + "\"}")
                .is(200);
        awaitAtGlance(image, Map.of(first, "pending"));
        consumer.put(here(image) + "/members/" + first, "{\"status\": \"accepted\"}")
                .is(200);
        awaitAtGlance(image, Map.of(first, "accepted"));
        assertArrayEquals(DATA, consumer.get(here(image) + "/file").is(200).bytes());
        producer.delete(here(image) + "/members/" + first).is(204);
        awaitAtGlance(image, Map.of());
    }

    /** With the policy that src/docs/openstack.md gives. */
    @Test
    void the_portals_role_can_do_nothing_at_glance_but_see_images_and_set_members() throws Exception {
        UUID image = createsImage("foreign");
        String url = atGlance(image);
        portalUser.get(url).is(200);
        portalUser.post(url + "/members", "{\"member\": \"" + first + "\"}").is(200);
        portalUser.get(url + "/members").is(200);
        portalUser.put(url + "/members/" + first, "{\"status\": \"accepted\"}").is(200);
        portalUser.delete(url + "/members/" + first).is(204);
        assertEquals(403, portalUser.get(url + "/file").status());
        portalUser.put(url + "/file", DATA).is(403);
        portalUser.post(url + "/actions/deactivate", "").is(403);
        portalUser.delete(url).is(403);
        portalUser
                .send(
                        "PATCH",
                        url,
                        BodyPublishers.ofString(ApiClient.replace("name", "\"mine\"")),
                        "Content-Type",
                        "application/openstack-images-v2.1-json-patch")
                .is(403);
        assertArrayEquals(DATA, producer.get(url + "/file").is(200).bytes());
    }

    private static UUID createsImage(String name) {
        UUID image = environment.createsImage(producer, name, DATA);
        GlanceIT.awaitStatus(producer, here(image), 200);
        return image;
    }

    private static void offersAtGlance(UUID image, String account) {
        command.run("image add project " + image + " " + account);
    }

    private static String here(UUID image) {
        return environment.images("DFW") + "/" + image;
    }

    private static String atGlance(UUID image) {
        return environment.imagesAtGlance() + "/" + image;
    }

    private static void awaitHere(UUID image, Map<String, String> expected) {
        Eventually.get(() -> members(here(image)), expected::equals);
    }

    private static void awaitAtGlance(UUID image, Map<String, String> expected) {
        Eventually.get(() -> members(atGlance(image)), expected::equals);
    }

    private static Map<String, String> members(String url) {
        return GlanceEnvironment.members(producer, url);
    }
}
