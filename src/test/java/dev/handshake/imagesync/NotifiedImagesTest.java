package dev.handshake.imagesync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.glance.NotificationOutcome;
import dev.handshake.openstack.ServiceException;
import dev.handshake.testing.PortalTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What a notification says is not believed: Glance is asked, and nothing is deleted on the word of one without a role.
 */
@PortalTest
class NotifiedImagesTest {

    private final GlanceCast cast = new GlanceCast("SYD");

    @Inject
    NotifiedImages notified;

    private NotificationOutcome follow(UUID image) {
        return notified.follow("SYD", image);
    }

    @Test
    void notifications_are_followed_once_a_sweep_has_ended() {
        cast.image("the first");
        cast.awaitSweep();
        assertTrue(notified.isReady("SYD"));
    }

    @Test
    void what_is_known_already_changes_nothing() {
        assertEquals(NotificationOutcome.UNCHANGED, follow(cast.offered("known", "accepted")));
    }

    @Test
    void an_image_that_nobody_knows_changes_nothing() {
        assertEquals(NotificationOutcome.UNCHANGED, follow(UUID.randomUUID()));
    }

    @Test
    void without_the_portals_role_at_glance_a_missing_image_is_kept() {
        cast.image("another, by which the portal could see that it sees everything");
        UUID image = cast.offered("kept", "accepted");
        try {
            cast.glance.setPrivileged(false);
            assertEquals(NotificationOutcome.SKIPPED, follow(image));
            cast.awaitMember(image, cast.consumer, "accepted");
        } finally {
            cast.glance.setPrivileged(true);
        }
    }

    @Test
    void a_glance_that_does_not_answer_is_asked_again_and_changes_nothing() {
        UUID image = cast.offered("kept", "accepted");
        for (String how : new String[] {"500", "{\"id\": 5}"}) {
            cast.glance.failNext("/v2/images/" + image, how, 1);
            assertThrows(ServiceException.class, () -> follow(image), how);
        }
        assertEquals(NotificationOutcome.UNCHANGED, follow(image));
        cast.awaitMember(image, cast.consumer, "accepted");
    }

    @Test
    void an_image_with_too_many_members_is_left_to_the_sweep() {
        UUID image = cast.glance.addImage(cast.producer.account, "large", "shared");
        String members = "{\"members\": [], \"more\": \"" + "x".repeat(5 << 20) + "\"}";
        cast.glance.failNext("/v2/images/" + image + "/members", members, 1_000);
        assertEquals(NotificationOutcome.SKIPPED, follow(image));
        cast.glance.removeImage(image);
    }
}
