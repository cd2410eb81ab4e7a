package dev.handshake.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Cast;
import dev.handshake.FakeKeystone;
import dev.handshake.Page;
import dev.handshake.PortalTest;
import dev.handshake.Script;
import dev.handshake.image.Image;
import dev.handshake.imagedata.StoreInspector;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How a server becomes an image, and whose that is. */
@PortalTest
class SnapshotServiceTest {

    private final Cast cast = new Cast();

    @Inject
    StoreInspector vault;

    @Test
    void snapshots_of_a_server_are_available_only_to_the_account_that_has_it() {
        UUID image = cast.accepted("golden");
        UUID server = cast.server(cast.consumer, image, "cellar");
        Page page = cast.consumer
                .opens(page(server))
                .says("The portal runs no machine")
                .presses("Take a snapshot");
        page.is(200)
                .says(
                        "The snapshot “cellar snapshot” is here.",
                        "snapshot",
                        "active",
                        "qcow2",
                        "Taken just now by Iris");
        UUID snapshot = Cast.idOf(page);
        assertTrue(page.offers("Offer…") && page.offers("Start a server…"));
        cast.consumer.opens("/DFW/images?show=own").is(200).says("cellar snapshot not shared");
        cast.consumer.opens(page(server)).follows("cellar snapshot").is(200);
        for (var other : List.of(cast.producer, cast.another, cast.stranger, cast.provider)) {
            other.opens("/DFW/images/" + snapshot).is(404).saysNothingOf("cellar snapshot");
            other.opens("/DFW/images").is(200).saysNothingOf("cellar snapshot");
            Script.of(other).get("/v2/images/" + snapshot).is(404);
            other.posts(page(server) + "/snapshots", "snapshot", "" + UUID.randomUUID(), "name", "mine")
                    .is(404)
                    .saysNothingOf("cellar");
        }
        cast.producer.opens("/DFW/images/" + image).is(200).saysNothingOf("cellar snapshot", "" + server);
    }

    @Test
    void a_snapshot_has_the_servers_data_without_a_copy() {
        UUID image = cast.accepted("shared-data");
        long pieces = vault.totalCount();
        UUID snapshot = snapshot(cast.server(cast.consumer, image, "web"));
        assertEquals(pieces, vault.totalCount());
        assertEquals(vault.dataKey(image), vault.dataKey(snapshot));
        byte[] data =
                Script.of(cast.producer).get("/v2/images/" + image + "/file").bytes();
        assertEquals(
                new String(data, java.nio.charset.StandardCharsets.ISO_8859_1),
                new String(
                        Script.of(cast.consumer)
                                .get("/v2/images/" + snapshot + "/file")
                                .is(200)
                                .bytes(),
                        java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void images_created_from_the_shared_image_stay_when_it_is_revoked_or_deleted() {
        UUID image = cast.accepted("original");
        UUID data = vault.dataKey(image);
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
        assertTrue(vault.contains(data));
        cast.consumer.opens(page(server)).is(200).says("web snapshot deleted");
        cast.consumer.posts(page(again) + "/deletion").is(200);
        assertFalse(vault.contains(data));
    }

    private void isThere(UUID snapshot) {
        cast.consumer.opens("/DFW/images/" + snapshot).is(200).says("active", "source no longer shared");
        Script.of(cast.consumer).get("/v2/images/" + snapshot + "/file").is(200);
    }

    @Test
    void what_must_not_leave_the_cloud_does_not_by_a_snapshot_either() {
        UUID image = cast.accepted("licensed");
        QuarkusTransaction.requiringNew().run(() -> Image.update("exportable = false where id = ?1", image));
        UUID server = cast.server(cast.consumer, image, "web");
        UUID snapshot = snapshot(server);
        UUID further = snapshot(cast.server(cast.consumer, snapshot, "again"));
        UUID queued = Script.id(Script.of(cast.consumer).post(page(server) + "/snapshots", "{}"));
        Script.of(cast.consumer)
                .put("/v2/images/" + queued + "/file", new byte[512])
                .is(204);
        for (UUID each : List.of(snapshot, further, queued)) {
            Script.of(cast.consumer).get("/v2/images/" + each + "/file").is(403);
            new Script(FakeKeystone.token(cast.consumer.account, "compute"))
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
        cast.producer.opens("/DFW/images/" + snapshot).is(200).says("3000 MiB", "Debian 12", "10 GiB");
    }

    @Test
    void the_same_button_pressed_twice_takes_one_snapshot() {
        UUID server = cast.server(cast.producer, cast.image("pressed"), "web");
        Page form = cast.producer.opens(page(server));
        Page first = form.presses("Take a snapshot", "name", "once").is(200);
        assertEquals(
                first.path(),
                form.presses("Take a snapshot", "name", "once").is(200).path());
        assertEquals(List.of("once"), cast.producer.opens(page(server)).texts("#snapshots ~ .lines a"));
    }

    @Test
    void an_id_that_is_or_was_anothers_is_taken() {
        UUID image = cast.image("mine");
        UUID server = cast.server(cast.producer, image, "web");
        UUID elsewhere = snapshot(cast.server(cast.producer, image, "other"));
        for (UUID id : List.of(image, elsewhere, cast.image(cast.stranger, "theirs"))) {
            cast.producer
                    .posts(page(server) + "/snapshots", "snapshot", "" + id, "name", "x")
                    .is(409)
                    .says("This id is taken");
        }
        cast.producer
                .posts(page(server) + "/snapshots", "snapshot", "none", "name", "x")
                .is(404);
        cast.producer.posts(page(server) + "/snapshots", "name", "x").is(404);
    }

    @Test
    void a_bad_name_comes_back_beside_the_field() {
        UUID server = cast.server(cast.producer, cast.image("named"), "w".repeat(255));
        assertEquals(255, cast.producer.opens(page(server)).first("#name").val().length());
        Page again = cast.producer
                .opens(page(server))
                .presses("Take a snapshot", "name", " ")
                .is(422);
        again.says("It needs a name, of at most 255 characters.", "None yet.");
        assertTrue(again.first("#name").hasClass("is-invalid"));
        again.presses("Take a snapshot", "name", "n".repeat(256)).is(422);
        again.presses("Take a snapshot", "name", "good").is(200).says("The snapshot “good” is here.");
    }

    @Test
    void an_observer_takes_none_and_a_deleted_server_gives_none() {
        UUID server = cast.server(cast.creator, cast.image("guarded"), "web");
        assertFalse(cast.observer.opens(page(server)).is(200).says("Snapshots").offers("Take a snapshot"));
        String[] fields = {"snapshot", "" + UUID.randomUUID(), "name", "x"};
        cast.observer.posts(page(server) + "/snapshots", fields).is(403).says("takes the role creator");
        Script.of(cast.observer).post(page(server) + "/snapshots", "{}").is(403);
        assertTrue(cast.creator.opens(page(server)).offers("Take a snapshot"));
        cast.producer.posts(page(server) + "/deletion").is(200);
        assertFalse(cast.producer.opens(page(server)).is(200).offers("Take a snapshot"));
        cast.creator.posts(page(server) + "/snapshots", fields).is(409).says("This server is deleted.");
        Script.of(cast.creator).post(page(server) + "/snapshots", "{}").is(409);
    }

    private UUID snapshot(UUID server) {
        var owner = Server.<Server>find("id", server).firstResult().account;
        var by = owner.equals(cast.consumer.account) ? cast.consumer : cast.producer;
        return Cast.idOf(by.opens(page(server)).presses("Take a snapshot").is(200));
    }

    private static String page(UUID server) {
        return "/DFW/servers/" + server;
    }
}
