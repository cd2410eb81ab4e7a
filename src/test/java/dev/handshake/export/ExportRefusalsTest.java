package dev.handshake.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.handshake.disk.DiskFiles;
import dev.handshake.imagedata.StoreInspector;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TaskPage;
import dev.handshake.testing.TestUser;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Data that must not leave the cloud, through exports or the API's download. */
@PortalTest
class ExportRefusalsTest {

    private static final String NEVER = "licensed software and cannot be exported";

    private final Cast cast = new Cast();

    @Inject
    StoreInspector inspector;

    @Test
    void an_image_of_a_licensed_system_never_leaves() {
        UUID image = Cast.idOf(cast.producer.send(cast.producer
                .formPost("/DFW/images/uploads", "name", "office", "operatingSystem", "Microsoft Windows Server 2022")
                .data("file", "w.img", new ByteArrayInputStream(DiskFiles.raw(512)))));
        cast.offers(image, cast.consumer.account);
        assertNotExportable(image, cast.producer);
        assertNotExportable(image, cast.consumer);
        cast.producer.opens("/DFW/images/" + image + "/edit").presses("Save", "operatingSystem", "Debian 12");
        assertNotExportable(image, cast.producer);
        cast.producer.opens("/DFW/images/" + image + "/details").says("not allowed: licensed software");
    }

    @Test
    void the_api_tells_a_licensed_system_by_its_properties() {
        ApiClient owner = ApiClient.forUser(cast.producer);
        for (String said : List.of(
                "\"operating_system\":\"Windows 11\"", "\"os_type\":\"windows\"", "\"os_distro\":\"windows\"")) {
            UUID image = ApiClient.idOf(owner.post("/v2/images", "{\"name\":\"w\"," + said + "}"));
            owner.put("/v2/images/" + image + "/file", DiskFiles.raw(512)).is(204);
            assertNotExportable(image, cast.producer);
        }
        UUID later = owner.creates("later");
        owner.put("/v2/images/" + later + "/file", DiskFiles.raw(512)).is(204);
        owner.patch(later, "[{\"op\":\"add\",\"path\":\"/os_type\",\"value\":\"windows\"}]")
                .is(200);
        assertNotExportable(later, cast.producer);
    }

    @Test
    void the_operator_says_what_leaves_and_nobody_else() {
        UUID image = cast.image("marked");
        String actions = "/v2/images/" + image + "/actions/";
        ApiClient operator = ApiClient.forUser(Cast.newUser("Root", "1", dev.handshake.account.Role.OPERATOR));
        ApiClient.forUser(cast.producer).post(actions + "forbid-export", "").is(403);
        ApiClient.forUser(cast.stranger).post(actions + "forbid-export", "").is(404);
        operator.post(actions + "forbid-export", "").is(204);
        assertNotExportable(image, cast.producer);
        ApiClient.forUser(cast.producer).post(actions + "allow-export", "").is(403);
        operator.post(actions + "allow-export", "").is(204);
        cast.producer.opens("/DFW/exports/new?image=" + image).is(200);
        ApiClient.forUser(cast.producer).get("/v2/images/" + image + "/file").is(200);
    }

    @Test
    void a_deactivated_image_does_not_leave() {
        UUID image = cast.image("away");
        ApiClient.forUser(cast.producer)
                .post("/v2/images/" + image + "/actions/deactivate", "")
                .is(204);
        cast.producer.opens("/DFW/exports/new?image=" + image).is(403).says("deactivated");
        cast.producer.posts("/DFW/exports", "image", image.toString()).is(403);
    }

    @Test
    void strangers_find_nothing_and_only_admins_take_out() {
        UUID image = cast.image("ours");
        for (String path : List.of("/DFW/exports/new?image=" + image, "/DFW/exports/" + UUID.randomUUID())) {
            cast.stranger.opens(path).is(404);
        }
        cast.stranger.posts("/DFW/exports", "image", image.toString()).is(404);
        cast.creator.posts("/DFW/exports", "image", image.toString()).is(403);
        cast.observer.opens("/DFW/exports/new?image=" + image).is(403);
        assertFalse(cast.creator.opens("/DFW/images/" + image).hasAction("Export"));
        HtmlPage begun =
                cast.producer.posts("/DFW/exports", "image", image.toString()).is(200);
        cast.stranger.opens(begun.path()).is(404);
        cast.stranger.posts(begun.path() + "/cancellation").is(404);
        cast.stranger.opens("/DFW/exports").says("No exports yet");
        cast.observer.opens(begun.path()).is(200);
        cast.observer.posts(begun.path() + "/cancellation").is(403);
    }

    @Test
    void malformed_posts_are_answered() {
        cast.producer.posts("/DFW/exports").is(404);
        cast.producer.posts("/DFW/exports", "image", "none").is(400);
        cast.producer.opens("/DFW/exports/new").is(404);
        cast.producer.opens("/DFW/exports?marker=x").is(400);
        UUID queued = ApiClient.forUser(cast.producer).creates("<b>queued</b>");
        cast.producer.opens("/DFW/exports/new?image=" + queued).is(409).says("has no data yet");
    }

    @Test
    void damaged_data_is_not_given_out() throws Exception {
        UUID image = cast.image("rotten");
        inspector.replaceData(image, DiskFiles.raw(512));
        HtmlPage over =
                TaskPage.awaitFinished(cast.producer, cast.producer.posts("/DFW/exports", "image", image.toString()));
        over.says("Failed", "The stored data is damaged");
        inspector.delete(inspector.dataKey(image));
        over = TaskPage.awaitFinished(cast.producer, cast.producer.posts("/DFW/exports", "image", image.toString()));
        over.says("Failed");
    }

    private void assertNotExportable(UUID image, TestUser testUser) {
        assertFalse(testUser.opens("/DFW/images/" + image).is(200).hasAction("Export"));
        testUser.opens("/DFW/exports/new?image=" + image).is(403).says(NEVER);
        testUser.posts("/DFW/exports", "image", image.toString()).is(403).says(NEVER);
        assertEquals(
                403,
                ApiClient.forUser(testUser).get("/v2/images/" + image + "/file").status());
    }
}
