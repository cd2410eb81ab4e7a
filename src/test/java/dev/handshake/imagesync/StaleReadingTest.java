package dev.handshake.imagesync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.PortalTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the sweep read before somebody else read and copied more does not undo that. */
@PortalTest
@AlsoOnH2
class StaleReadingTest {

    private final GlanceCast cast = new GlanceCast("SYD");

    @Inject
    NotifiedImages notified;

    @Test
    void a_decision_that_is_known_already_is_not_undone() {
        UUID image = cast.offered("debian-12", "pending");
        cast.glance.change(image, "name", "changed a moment ago"); // so that the sweep copies it in any case
        holdSweepAt(image);
        cast.glance.setMember(image, cast.consumer.account, "accepted");
        notified.follow("SYD", image);
        cast.awaitMember(image, cast.consumer, "accepted");
        cast.awaitSweep();
        assertEquals(1, countInHistory(image, "accepted"));
        assertEquals(0, countInHistory(image, "moved back to pending"));
    }

    @Test
    void an_image_that_is_known_to_be_deleted_does_not_come_back() {
        cast.image("another, by which the portal sees that it sees everything");
        UUID image = cast.offered("debian-12", "accepted");
        cast.glance.change(image, "name", "changed a moment ago");
        holdSweepAt(image);
        cast.glance.removeImage(image);
        notified.follow("SYD", image);
        assertEquals(404, GlanceCast.api(cast.producer).get(cast.apiUrl(image)).status());
        String history = consumersHistory();
        cast.awaitSweep();
        assertEquals(history, consumersHistory());
    }

    /** The sweep has just read the image's members, and gets what it read late. */
    private void holdSweepAt(UUID image) {
        String members = "GET /v2/images/" + image + "/members";
        cast.glance.failNext("/v2/images/" + image + "/members", "late", 1);
        long before = calls(members);
        Eventually.isTrue(() -> calls(members) > before);
    }

    private long calls(String call) {
        return cast.glance.calls().stream().filter(call::equals).count();
    }

    private String consumersHistory() {
        return cast.consumer.opens("/SYD/history").is(200).text();
    }

    private int countInHistory(UUID image, String event) {
        String history =
                cast.producer.opens(cast.url(image) + "/history").is(200).text();
        return history.split(event, -1).length - 1;
    }
}
