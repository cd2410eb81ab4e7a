package dev.handshake.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.handshake.account.Role;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TaskPage;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Exports of images derived from a share: the user must confirm a warning, and export blocks also apply to snapshots.
 */
@PortalTest
class DerivedImageExportTest {

    private final Cast cast = new Cast();
    private final UUID shared = cast.accepted("shared");
    private final UUID snapshot = snapshot("tuned");

    @Test
    void a_snapshot_of_a_shared_image_leaves_only_after_the_warning_is_ticked() {
        HtmlPage form =
                cast.consumer.opens("/DFW/exports/new?image=" + snapshot).is(200);
        form.says(
                "Part of this image comes from an image that another account shared",
                "must not leave the two accounts");
        HtmlPage again = form.presses("Start export").is(422).says("Confirm the statement above");
        cast.consumer.opens("/DFW/exports").says("No exports yet");
        assertEquals(
                "Completed",
                TaskPage.state(
                        TaskPage.awaitFinished(cast.consumer, again.presses("Start export", "acknowledged", "yes"))));
    }

    @Test
    void so_does_the_shared_image_itself_and_its_owner_is_asked_nothing() {
        cast.consumer.opens("/DFW/exports/new?image=" + shared).says("comes from an image that another account shared");
        cast.consumer.posts("/DFW/exports", "image", shared.toString()).is(422);
        cast.producer
                .opens("/DFW/exports/new?image=" + shared)
                .doesNotSay("comes from an image that another account shared");
    }

    @Test
    void what_the_operator_keeps_inside_stays_inside_as_a_snapshot() {
        ApiClient operator = ApiClient.forUser(Cast.newUser("Root", "1", Role.OPERATOR));
        operator.post("/v2/images/" + shared + "/actions/forbid-export", "").is(204);
        assertNotExportable(snapshot);
        assertNotExportable(snapshot("later"));
        operator.post("/v2/images/" + shared + "/actions/allow-export", "").is(204);
        assertNotExportable(snapshot);
        operator.post("/v2/images/" + snapshot + "/actions/allow-export", "").is(204);
        ApiClient.forUser(cast.consumer).get("/v2/images/" + snapshot + "/file").is(200);
    }

    private void assertNotExportable(UUID image) {
        assertFalse(cast.consumer.opens("/DFW/images/" + image).is(200).hasAction("Export"));
        cast.consumer
                .posts("/DFW/exports", "image", image.toString(), "acknowledged", "yes")
                .is(403);
        ApiClient.forUser(cast.consumer).get("/v2/images/" + image + "/file").is(403);
    }

    private UUID snapshot(String name) {
        UUID server = cast.server(cast.consumer, shared, "server of " + name);
        HtmlPage page = cast.consumer.opens("/DFW/servers/" + server).presses("Take snapshot", "name", name);
        return Cast.idOf(page.is(200));
    }
}
