package dev.handshake.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.image.Image;
import dev.handshake.imagedata.StoreInspector;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.FakeKeystone;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Snapshots of servers, and who owns them. */
@PortalTest
class SnapshotServiceTest {

    private final Cast cast = new Cast();

    @Inject
    StoreInspector inspector;

    @Test
    void snapshots_of_a_server_are_available_only_to_the_account_that_has_it() {
        UUID image = cast.accepted("golden");
        UUID server = cast.server(cast.consumer, image, "cellar");
        HtmlPage page = cast.consumer
                .opens(page(server))
                .says("The portal runs no machines")
                .presses("Take snapshot");
        page.is(200).says("The snapshot “cellar snapshot” is ready.");
        page.follows("Details").says("snapshot", "active", "qcow2", "Taken just now by Iris");
        UUID snapshot = Cast.idOf(page);
        cast.consumer.opens("/DFW/images?show=own").is(200).says("cellar snapshot snapshot", "Not shared");
        assertTrue(page.hasAction("Offer…") && page.hasAction("Register server…"));
        cast.consumer.opens(page(server)).follows("cellar snapshot").is(200);
        for (var other : List.of(cast.producer, cast.otherConsumer, cast.stranger, cast.provider)) {
            other.opens("/DFW/images/" + snapshot).is(404).doesNotSay("cellar snapshot");
            other.opens("/DFW/images").is(200).doesNotSay("cellar snapshot");
            ApiClient.forUser(other).get("/v2/images/" + snapshot).is(404);
            other.posts(page(server) + "/snapshots", "snapshot", "" + UUID.randomUUID(), "name", "mine")
                    .is(404)
                    .doesNotSay("cellar");
        }
        cast.producer.opens("/DFW/images/" + image + "/details").is(200).doesNotSay("cellar snapshot", "" + server);
    }

    @Test
    void a_snapshot_has_the_servers_data_without_a_copy() {
        UUID image = cast.accepted("shared-data");
        long pieces = inspector.totalCount();
        UUID snapshot = snapshot(cast.server(cast.consumer, image, "web"));
        assertEquals(pieces, inspector.totalCount());
        assertEquals(inspector.dataKey(image), inspector.dataKey(snapshot));
        byte[] data = ApiClient.forUser(cast.producer)
                .get("/v2/images/" + image + "/file")
                .bytes();
        assertEquals(
                new String(data, java.nio.charset.StandardCharsets.ISO_8859_1),
                new String(
                        ApiClient.forUser(cast.consumer)
                                .get("/v2/images/" + snapshot + "/file")
                                .is(200)
                                .bytes(),
                        java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void images_created_from_the_shared_image_stay_when_it_is_revoked_or_deleted() {
        UUID image = cast.accepted("original");
        UUID data = inspector.dataKey(image);
        UUID server = cast.server(cast.consumer, image, "web");
        UUID snapshot = snapshot(server);
        cast.producer
                .posts("/DFW/images/" + image + "/offers/" + cast.consumer.account + "/removal")
                .is(200);
        isThere(snapshot);
        cast.producer.posts("/DFW/images/" + image + "/deletion").is(200);
        isThere(snapshot);
        cast.consumer.posts(page(server) + "/deletion").is(200);
        isThere(snapshot);
        cast.consumer.opens(page(server)).is(200).says("web snapshot");
        UUID again = cast.server(cast.consumer, snapshot, "from-snapshot");
        cast.consumer.posts("/DFW/images/" + snapshot + "/deletion").is(200);
        assertTrue(inspector.contains(data));
        cast.consumer.opens(page(server)).is(200).says("web snapshot deleted");
        cast.consumer.posts(page(again) + "/deletion").is(200);
        assertFalse(inspector.contains(data));
    }

    private void isThere(UUID snapshot) {
        cast.consumer.opens("/DFW/images/" + snapshot + "/details").is(200).says("active", "source no longer shared");
        ApiClient.forUser(cast.consumer).get("/v2/images/" + snapshot + "/file").is(200);
    }

    @Test
    void what_must_not_leave_the_cloud_does_not_by_a_snapshot_either() {
        UUID image = cast.accepted("licensed");
        QuarkusTransaction.requiringNew().run(() -> Image.update("exportable = false where id = ?1", image));
        UUID server = cast.server(cast.consumer, image, "web");
        UUID snapshot = snapshot(server);
        UUID further = snapshot(cast.server(cast.consumer, snapshot, "again"));
        UUID queued = ApiClient.idOf(ApiClient.forUser(cast.consumer).post(page(server) + "/snapshots", "{}"));
        ApiClient.forUser(cast.consumer)
                .put("/v2/images/" + queued + "/file", new byte[512])
                .is(204);
        for (UUID each : List.of(snapshot, further, queued)) {
            ApiClient.forUser(cast.consumer).get("/v2/images/" + each + "/file").is(403);
            new ApiClient(FakeKeystone.token(cast.consumer.account, "compute"))
                    .get("/v2/images/" + each + "/file")
                    .is(200);
        }
    }

    @Test
    void a_snapshot_needs_what_its_server_needed() {
        UUID image = cast.image("needy");
        cast.producer
                .posts(
                        "/DFW/images/" + image + "/details",
                        "name",
                        "x",
                        "minRam",
                        "3000",
                        "operatingSystem",
                        "Debian 12")
                .is(200);
        UUID snapshot = snapshot(cast.server(cast.producer, image, "web"));
        cast.producer.opens("/DFW/images/" + snapshot + "/details").is(200).says("3000 MiB", "Debian 12", "10 GiB");
    }

    @Test
    void an_observer_takes_none_and_a_deleted_server_gives_none() {
        UUID server = cast.server(cast.creator, cast.image("guarded"), "web");
        assertFalse(cast.observer.opens(page(server)).is(200).says("Snapshots").hasAction("Take snapshot"));
        String[] fields = {"snapshot", "" + UUID.randomUUID(), "name", "x"};
        cast.observer.posts(page(server) + "/snapshots", fields).is(403).says("requires the creator role");
        ApiClient.forUser(cast.observer).post(page(server) + "/snapshots", "{}").is(403);
        assertTrue(cast.creator.opens(page(server)).hasAction("Take snapshot"));
        cast.producer.posts(page(server) + "/deletion").is(200);
        assertFalse(cast.producer.opens(page(server)).is(200).hasAction("Take snapshot"));
        cast.creator.posts(page(server) + "/snapshots", fields).is(409).says("This server has been deleted.");
        ApiClient.forUser(cast.creator).post(page(server) + "/snapshots", "{}").is(409);
    }

    private UUID snapshot(UUID server) {
        var owner = Server.<Server>find("id", server).firstResult().account;
        var by = owner.equals(cast.consumer.account) ? cast.consumer : cast.producer;
        return Cast.idOf(by.opens(page(server)).presses("Take snapshot").is(200));
    }

    private static String page(UUID server) {
        return "/DFW/servers/" + server;
    }
}
