package dev.handshake.abuse;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A suspension covers all images with the same data: copies, snapshots and later uploads. */
@PortalTest
@AlsoOnH2
class SuspendedDataTest {

    private final Cast cast = new Cast();
    private final byte[] file = Cast.uniqueDiskFile();
    private final ApiClient owner = ApiClient.forUser(cast.producer);

    @Test
    void a_server_of_before_gives_no_snapshot_with_the_data() {
        UUID image = cast.image(cast.producer, "seed", file);
        UUID before = cast.server(cast.producer, image, "before");
        UUID snapshot = Cast.idOf(cast.producer.opens("/DFW/servers/" + before).presses("Take snapshot"));
        UUID ofSnapshot = cast.server(cast.producer, snapshot, "of-snapshot");
        SuspensionFixture suspension = SuspensionFixture.suspend(cast, cast.producer, image);
        for (UUID server : List.of(before, ofSnapshot)) {
            HtmlPage page =
                    cast.producer.opens("/DFW/servers/" + server).says("Suspended", "No snapshots can be taken");
            assertFalse(page.hasAction("Take snapshot"));
            cast.producer
                    .posts("/DFW/servers/" + server + "/snapshots", "snapshot", "" + UUID.randomUUID(), "name", "copy")
                    .is(403)
                    .says("The provider suspended the data that this server was started from.");
            takeSnapshot(server, "{\"data\": \"as-started\"}").is(403);
            takeSnapshot(server, "{}").is(403);
        }
        SuspensionFixture.assertSuspended(cast.producer, snapshot);
        suspension.lift();
        SuspensionFixture.assertUsable(cast.producer, snapshot);
        takeSnapshot(before, "{\"data\": \"as-started\"}").is(201);
        takeSnapshot(ofSnapshot, "{}").is(201);
    }

    @Test
    void the_same_bytes_are_suspended_whoever_brings_them_in_by_whichever_door() {
        UUID image = cast.image(cast.producer, "first", file);
        UUID copy = cast.image(cast.stranger, "copy of before", file);
        SuspensionFixture suspension = SuspensionFixture.suspend(cast, cast.producer, image);
        UUID again = cast.image(cast.producer, "again", file);
        UUID sent = owner.creates("sent");
        owner.put("/v2/images/" + sent + "/file", file).is(204);
        UUID staged = ApiClient.forUser(cast.stranger).creates("staged");
        ApiClient.forUser(cast.stranger)
                .put("/v2/images/" + staged + "/stage", file)
                .is(204);
        ApiClient.forUser(cast.stranger)
                .post("/v2/images/" + staged + "/import", "{\"method\": {\"name\": \"glance-direct\"}}")
                .is(202);
        for (UUID each : List.of(image, again, sent)) {
            SuspensionFixture.assertSuspended(cast.producer, each);
        }
        for (UUID each : List.of(copy, staged)) {
            SuspensionFixture.assertSuspended(cast.stranger, each);
            cast.stranger
                    .opens("/DFW/images/" + each)
                    .says("the same data as another image")
                    .doesNotSay("miner");
        }
        UUID other = cast.image(cast.producer, "other", Cast.uniqueDiskFile());
        SuspensionFixture.assertUsable(cast.producer, other);
        suspension.lift();
        for (UUID each : List.of(image, again, sent)) {
            SuspensionFixture.assertUsable(cast.producer, each);
        }
        SuspensionFixture.assertUsable(cast.stranger, copy);
        SuspensionFixture.assertUsable(cast.stranger, staged);
    }

    @Test
    void having_no_bytes_is_no_data_that_is_had_together() {
        UUID one = empty(owner);
        UUID other = empty(ApiClient.forUser(cast.stranger));
        SuspensionFixture.suspend(cast, cast.producer, one);
        SuspensionFixture.assertSuspended(cast.producer, one);
        SuspensionFixture.assertUsable(cast.stranger, other);
        SuspensionFixture.assertUsable(cast.producer, empty(owner));
    }

    /** A snapshot of a volume-backed server, without data. */
    private static UUID empty(ApiClient apiClient) {
        UUID image = ApiClient.idOf(
                apiClient.post("/v2/images", "{\"name\":\"volumes\",\"block_device_mapping\":\"[{}]\"}"));
        apiClient.put("/v2/images/" + image + "/file", new byte[0]).is(204);
        return image;
    }

    @Test
    void another_region_is_another_matter() {
        UUID image = cast.image(cast.producer, "here", file);
        String elsewhere = "/ORD/v2/images/"
                + Cast.idOf(cast.producer.uploads("ORD", "there", file).is(200));
        SuspensionFixture.suspend(cast, cast.producer, image);
        owner.get(elsewhere + "/file").is(200);
    }

    @Test
    void a_second_suspension_of_the_data_holds_on() {
        UUID one = cast.image(cast.producer, "one", file);
        UUID two = cast.image(cast.stranger, "two", file);
        UUID three = cast.image(cast.consumer, "three", file);
        cast.offers(cast.stranger, two, cast.otherConsumer.account);
        SuspensionFixture first = SuspensionFixture.suspend(cast, cast.producer, one);
        SuspensionFixture second = SuspensionFixture.suspend(cast.otherConsumer, two);
        first.lift();
        SuspensionFixture.assertSuspended(cast.producer, one);
        SuspensionFixture.assertSuspended(cast.consumer, three);
        cast.producer.opens("/DFW/images/" + one).doesNotSay("It carries a miner.");
        ApiClient.forUser(AbuseReportsResourceTest.operator())
                .post("/v2/images/" + three + "/actions/reactivate", "")
                .is(409);
        second.lift();
        SuspensionFixture.assertUsable(cast.producer, one);
        SuspensionFixture.assertUsable(cast.stranger, two);
        SuspensionFixture.assertUsable(cast.consumer, three);
    }

    @Test
    void data_that_arrives_meanwhile_does_not_slip_through() throws Exception {
        UUID image = cast.image(cast.producer, "raced", file);
        SuspensionFixture suspension = SuspensionFixture.suspend(cast, cast.producer, image);
        try (ConcurrentRequests concurrentRequests = new ConcurrentRequests()) {
            for (int round = 0; round < 5; round++) {
                suspension.lift();
                List<UUID> racing = new ArrayList<>();
                List<Callable<ConcurrentRequests.TimedResponse>> calls = new ArrayList<>();
                calls.add(() -> {
                    suspension.suspendAgain();
                    return new ConcurrentRequests.TimedResponse(200, "", 0, 0);
                });
                for (int each = 0; each < 6; each++) {
                    UUID id = owner.creates("racing");
                    racing.add(id);
                    calls.add(owner.timed(() -> owner.put("/v2/images/" + id + "/file", file)));
                }
                concurrentRequests.sendAll(calls);
                racing.forEach(each -> owner.get("/v2/images/" + each + "/file").is(403));
            }
        }
    }

    private ApiClient.ApiResponse takeSnapshot(UUID server, String body) {
        return owner.post("/v2/servers/" + server + "/snapshots", body);
    }
}
