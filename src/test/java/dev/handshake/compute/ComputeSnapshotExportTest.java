package dev.handshake.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.compute.Nova.NovaServer;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.FakeKeystone;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What must not leave the cloud does not leave it as a snapshot of the compute service either. */
@PortalTest
@AlsoOnH2
class ComputeSnapshotExportTest {

    private final Cast cast = new Cast();
    private final Nova nova = new Nova(cast.consumer.account);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);
    private final ApiClient operator = new ApiClient(FakeKeystone.token(Cast.newAccountNumber(), "admin"));

    private UUID windows() {
        UUID image = cast.pending("licensed");
        ApiClient.forUser(cast.producer)
                .patch(image, "[{\"op\":\"add\",\"path\":\"/operating_system\",\"value\":\"Windows Server 2025\"}]")
                .is(200);
        return image;
    }

    private UUID marked() {
        UUID image = cast.pending("marked");
        mark(image, "forbid");
        return image;
    }

    private void mark(UUID image, String verb) {
        operator.post("/v2/images/" + image + "/actions/" + verb + "-export", "")
                .is(204);
    }

    private void leaves(UUID image, boolean may) {
        consumer.get("/v2/images/" + image + "/file").is(may ? 200 : 403);
        cast.consumer.opens("/DFW/exports/new?image=" + image).is(may ? 200 : 403);
        nova.images().get("/v2/images/" + image + "/file").is(200);
    }

    @Test
    void the_restriction_of_the_image_is_that_of_its_snapshots_and_of_theirs() {
        for (UUID image : List.of(windows(), marked())) {
            UUID first = nova.snapshots(nova.starts(image), "first");
            leaves(first, false);
            leaves(nova.snapshots(nova.starts(first), "second"), false);
            UUID server = cast.server(cast.consumer, first, "on record");
            leaves(nova.snapshots(nova.starts(server, first), "third"), false);
        }
        leaves(nova.snapshots(nova.starts(cast.pending("free")), "free"), true);
    }

    @Test
    void the_operating_system_is_inherited_unless_the_snapshot_says_its_own() {
        UUID snapshot = nova.snapshots(nova.starts(windows()), "first");
        String system = "operating_system";
        assertEquals(
                "Windows Server 2025",
                consumer.get("/v2/images/" + snapshot).json().path(system).asText());
        UUID other = nova.snapshots(nova.starts(windows()), "second", Map.of(system, "Debian"));
        assertEquals(
                "Debian",
                consumer.get("/v2/images/" + other).json().path(system).asText());
        leaves(other, false);
        consumer.patch(snapshot, "[{\"op\":\"remove\",\"path\":\"/operating_system\"}]")
                .is(200);
        leaves(snapshot, false);
    }

    @Test
    void it_stays_when_the_image_is_no_longer_shared_or_is_deleted() {
        UUID licensed = windows();
        UUID free = cast.pending("free");
        NovaServer restricted = nova.starts(licensed);
        NovaServer open = nova.starts(free);
        for (UUID image : List.of(licensed, free)) {
            ApiClient.forUser(cast.producer)
                    .removes(image, cast.consumer.account)
                    .is(204);
        }
        leaves(nova.snapshots(restricted, "after the removal"), false);
        leaves(nova.snapshots(open, "after the removal"), true);
        for (UUID image : List.of(licensed, free)) {
            ApiClient.forUser(cast.producer).delete("/v2/images/" + image).is(204);
        }
        leaves(nova.snapshots(restricted, "after the deletion"), false);
        leaves(nova.snapshots(open, "after the deletion"), true);
    }

    @Test
    void a_users_words_do_not_take_it_off() {
        NovaServer server = nova.starts(windows());
        String own = cast.image(cast.consumer, "own").toString();
        UUID web = cast.server(cast.consumer, UUID.fromString(own), "web");
        for (Map<String, String> said : List.of(
                Map.of("base_image_ref", own),
                Map.of("base_image_ref", ""),
                Map.of("base_image_ref", own, "image_type", "none", "instance_uuid", ""),
                Map.of("base_image_ref", own, "instance_uuid", web.toString()),
                Map.of("base_image_ref", own, "handshake_source_" + own, "true"),
                Map.of("os_type", "linux", "operating_system", "Debian"))) {
            leaves(nova.snapshots(server, "said", said), false);
        }
        UUID snapshot = nova.snapshots(server, "renamed");
        consumer.patch(snapshot, ApiClient.replace("base_image_ref", "\"" + own + "\""))
                .is(200);
        leaves(nova.snapshots(nova.starts(snapshot), "of the renamed"), false);
    }

    @Test
    void of_an_image_that_the_account_does_not_know_nothing_is_told_and_nothing_leaves() {
        UUID foreign = cast.image(cast.stranger, "not yours");
        UUID elsewhere = Cast.idOf(cast.consumer.uploads("ORD", "elsewhere", Cast.uniqueDiskFile()));
        for (String base :
                List.of(foreign.toString(), UUID.randomUUID().toString(), elsewhere.toString(), "x", "", "0' or 1=1")) {
            UUID snapshot = nova.snapshots(Nova.oldServer(base), "of " + base);
            leaves(snapshot, false);
            List<String> origin = cast.consumer
                    .opens("/DFW/images/" + snapshot + "/details")
                    .is(200)
                    .doesNotSay("not yours", cast.stranger.account)
                    .texts(".lineage li");
            assertEquals(2, origin.size(), origin.toString());
            mark(snapshot, "allow");
            leaves(snapshot, true);
        }
        leaves(nova.snapshots(Nova.oldServer("" + cast.image(cast.provider, "public")), "of a base image"), true);
        leaves(nova.snapshots(Nova.oldServer("" + cast.image(cast.consumer, "own")), "of an own image"), true);
    }

    @Test
    void a_later_block_reaches_every_snapshot_also_of_what_was_deleted() {
        UUID image = cast.pending("later licensed");
        UUID first = nova.snapshots(nova.starts(image), "first");
        NovaServer running = nova.starts(first);
        UUID second = nova.snapshots(running, "second");
        UUID onRecord = cast.server(cast.consumer, second, "on record");
        UUID third = third(onRecord);
        consumer.delete("/v2/images/" + first).is(204);
        leaves(second, true);
        leaves(third, true);
        mark(image, "forbid");
        leaves(second, false);
        leaves(third, false);
        leaves(nova.snapshots(running, "fourth"), false);
        leaves(nova.snapshots(nova.starts(onRecord, second), "fifth"), false);
    }

    private UUID third(UUID server) {
        TestUser by = cast.consumer;
        return Cast.idOf(
                by.opens("/DFW/servers/" + server).presses("Take snapshot").is(200));
    }
}
