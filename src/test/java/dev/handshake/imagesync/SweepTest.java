package dev.handshake.imagesync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.PortalTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The sweep misses nothing, and believes nothing that it cannot know. */
@PortalTest
@AlsoOnH2
class SweepTest {

    private final GlanceCast cast = new GlanceCast("SYD");

    @Test
    void all_pages_are_read_and_what_is_missing_on_each_is_deleted() {
        List<UUID> images = new ArrayList<>();
        for (int each = 0; each < 230; each++) {
            images.add(cast.glance.addImage(cast.producer.account, "many-" + each, "shared"));
        }
        Eventually.get(() -> cast.ids(cast.producer).size(), count -> count == 230);
        for (int each = 0; each < 230; each += 2) {
            cast.glance.removeImage(images.get(each));
        }
        Eventually.get(() -> cast.ids(cast.producer).size(), count -> count == 115);
    }

    @Test
    void nothing_is_deleted_while_the_role_is_missing() {
        cast.image("another, by which the portal sees that it sees everything");
        UUID image = cast.offered("kept", "accepted");
        try {
            cast.glance.setPrivileged(false);
            long before = lists();
            Eventually.isTrue(() -> lists() > before + 1);
            cast.awaitStatus(cast.producer, image, 200);
            cast.awaitMember(image, cast.consumer, "accepted");
        } finally {
            cast.glance.setPrivileged(true);
        }
        cast.glance.removeImage(image);
        cast.awaitStatus(cast.producer, image, 404);
    }

    /** Providers hide old base images, and delete them later: no list of hidden images has another account's then. */
    @Test
    void the_last_hidden_image_can_be_deleted() {
        UUID image = cast.glance.addImage(cast.producer.account, "old base", "public");
        cast.glance.change(image, "os_hidden", true);
        cast.image("another, which is not hidden");
        cast.awaitStatus(cast.stranger, image, 200);
        cast.glance.removeImage(image);
        cast.awaitStatus(cast.stranger, image, 404);
    }

    /** The list of hidden images is another one, and shows nothing then by which the role could be told. */
    @Test
    void the_last_hidden_image_is_deleted_too() {
        cast.image("another, by which the portal sees that it sees everything");
        UUID image = cast.offered("hidden", "accepted");
        cast.glance.change(image, "os_hidden", true);
        Eventually.isTrue(
                () -> cast.shows(cast.producer, image).path("os_hidden").asBoolean());
        cast.glance.removeImage(image);
        cast.awaitStatus(cast.producer, image, 404);
        cast.awaitSweep();
    }

    @Test
    void an_answer_that_fails_is_asked_for_again_and_changes_nothing() {
        UUID image = cast.offered("kept", "accepted");
        cast.glance.failNext("/v2/images", "500", 2);
        cast.glance.failNext("/v2/images", "{\"images\": [{\"id\": 5}], \"next\": \"/v2/images\"}", 1);
        cast.glance.failNext("/v2/images/" + image + "/members", "500", 1);
        cast.glance.failNext("/v2/images/" + image + "/members", "{\"members\": 5}", 1);
        cast.awaitSweep();
        cast.awaitMember(image, cast.consumer, "accepted");
    }

    private long lists() {
        return cast.glance.calls().stream()
                .filter(each -> each.startsWith("GET /v2/images?"))
                .count();
    }

    @Test
    void an_image_that_glance_has_no_answer_about_does_not_keep_the_others_from_being_followed() {
        UUID broken = cast.offered("broken", "accepted");
        cast.glance.failNext("/v2/images/" + broken + "/members", "500", 1_000);
        cast.awaitSweep();
        cast.awaitMember(broken, cast.consumer, "accepted");
        cast.glance.removeImage(broken);
    }

    /** Where Glance has no quota of members, an account may add as many as it likes, to any number of images. */
    @Test
    void images_with_too_many_members_do_not_keep_the_others_from_being_followed() {
        List<UUID> large = new ArrayList<>();
        String members = "{\"members\": [], \"more\": \"" + "x".repeat(5 << 20) + "\"}";
        for (int each = 0; each < 5; each++) {
            large.add(cast.glance.addImage(cast.producer.account, "large-" + each, "shared"));
            cast.glance.failNext("/v2/images/" + large.get(each) + "/members", members, 1_000);
        }
        cast.awaitSweep();
        large.forEach(cast.glance::removeImage);
    }

    /** Whoever owns an image may make it community, shared and community again, or give it away and back. */
    @Test
    void an_image_that_comes_and_goes_does_not_keep_the_others_from_being_followed() {
        cast.image("another, by which the portal sees that it sees everything");
        UUID image = cast.offered("restless", "accepted");
        for (int round = 0; round < 2; round++) {
            cast.glance.change(image, "visibility", "community");
            cast.awaitStatus(cast.producer, image, 404);
            cast.glance.change(image, "visibility", "shared");
            cast.awaitMember(image, cast.consumer, "accepted");
        }
    }

    /** Glance accepts more than the portal can store, and people type what they like. */
    @Test
    void odd_images_are_shown_as_far_as_possible() {
        UUID image = cast.glance.addImage(cast.producer.account, "\u202Egnp.exe\u0000 <b>", "shared");
        for (int each = 0; each < 200; each++) {
            cast.glance.change(image, "property-" + each, "x");
        }
        cast.glance.change(image, "long", "y".repeat(70_000));
        cast.glance.change(image, "disk_format", "ploop");
        cast.glance.change(image, "container_format", "docker");
        cast.glance.change(image, "checksum", "none");
        cast.glance.change(image, "os_hash_value", "none");
        cast.glance.setMember(image, cast.producer.account, "accepted");
        cast.glance.setMember(image, "z".repeat(255), "pending");
        cast.glance.setMember(image, cast.consumer.account, "pending");
        cast.awaitMember(image, cast.consumer, "pending");
        cast.awaitSweep();
        cast.producer.opens(cast.url(image)).is(200);
        cast.producer.opens(cast.url(image) + "/details").is(200);
        JsonNode shown = cast.shows(cast.producer, image);
        assertEquals("x", shown.path("property-0").asText());
        assertFalse(shown.has("long"));
        assertTrue(shown.path("disk_format").isNull());
        assertTrue(shown.path("os_hash_algo").isNull());
        assertEquals(
                4,
                GlanceCast.api(cast.consumer)
                        .get(cast.apiUrl(image) + "/file")
                        .is(200)
                        .bytes()
                        .length);
    }
}
