package dev.handshake.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TaskPage;
import dev.handshake.testing.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A suspension holds for the data, wherever in the region that is, and at both doors. */
@PortalTest
class SuspensionTest {

    private static final String NO = "The provider suspended this image.";

    private final Cast cast = new Cast();
    private final byte[] file = Cast.uniqueDiskFile();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);

    @Test
    void a_server_of_before_gives_no_snapshot_with_the_data() {
        UUID image = cast.image(cast.producer, "seed", file);
        UUID before = cast.server(cast.producer, image, "before");
        UUID snapshot = Cast.idOf(cast.producer.opens("/DFW/servers/" + before).presses("Take a snapshot"));
        UUID ofSnapshot = cast.server(cast.producer, snapshot, "of-snapshot");
        SuspensionFixture suspension = SuspensionFixture.suspend(cast, cast.producer, image);
        for (UUID server : List.of(before, ofSnapshot)) {
            HtmlPage page = cast.producer.opens("/DFW/servers/" + server).says("Suspended", "No snapshot can be taken");
            assertFalse(page.hasAction("Take a snapshot"));
            cast.producer
                    .posts("/DFW/servers/" + server + "/snapshots", "snapshot", "" + UUID.randomUUID(), "name", "copy")
                    .is(403)
                    .says("The provider suspended the data that this server started from.");
            takeSnapshot(server, "{\"data\": \"as-started\"}").is(403);
            takeSnapshot(server, "{}").is(403);
        }
        assertSuspended(cast.producer, snapshot);
        suspension.lift();
        assertUsable(cast.producer, snapshot);
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
            assertSuspended(cast.producer, each);
        }
        for (UUID each : List.of(copy, staged)) {
            assertSuspended(cast.stranger, each);
            cast.stranger
                    .opens("/DFW/images/" + each)
                    .says("the same data as another image")
                    .doesNotSay("miner");
        }
        UUID other = cast.image(cast.producer, "other", Cast.uniqueDiskFile());
        assertUsable(cast.producer, other);
        suspension.lift();
        for (UUID each : List.of(image, again, sent)) {
            assertUsable(cast.producer, each);
        }
        assertUsable(cast.stranger, copy);
        assertUsable(cast.stranger, staged);
    }

    @Test
    void having_no_bytes_is_no_data_that_is_had_together() {
        UUID one = empty(owner);
        UUID other = empty(ApiClient.forUser(cast.stranger));
        SuspensionFixture.suspend(cast, cast.producer, one);
        assertSuspended(cast.producer, one);
        assertUsable(cast.stranger, other);
        assertUsable(cast.producer, empty(owner));
    }

    /** A snapshot of a server that boots from a volume. */
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
        assertSuspended(cast.producer, one);
        assertSuspended(cast.consumer, three);
        cast.producer.opens("/DFW/images/" + one).doesNotSay("It carries a miner.");
        ApiClient.forUser(AbuseReportsResourceTest.operator())
                .post("/v2/images/" + three + "/actions/reactivate", "")
                .is(409);
        second.lift();
        assertUsable(cast.producer, one);
        assertUsable(cast.stranger, two);
        assertUsable(cast.consumer, three);
    }

    @Test
    void what_its_owner_deactivated_stays_so_when_the_suspension_ends() {
        UUID image = cast.image(cast.producer, "put away", file);
        UUID copy = cast.image(cast.producer, "copy", file);
        String actions = "/v2/images/" + copy + "/actions/";
        owner.post(actions + "deactivate", "").is(204);
        SuspensionFixture suspension = SuspensionFixture.suspend(cast, cast.producer, image);
        owner.post(actions + "reactivate", "").is(403);
        owner.post("/v2/images/" + image + "/actions/deactivate", "").is(204);
        suspension.lift();
        for (UUID each : List.of(image, copy)) {
            owner.get("/v2/images/" + each + "/file").is(403);
            owner.post("/v2/images/" + each + "/actions/reactivate", "").is(204);
            owner.get("/v2/images/" + each + "/file").is(200);
        }
    }

    @Test
    void the_owner_neither_deletes_nor_offers_it() {
        UUID image = cast.image(cast.producer, "evidence", file);
        UUID copy = cast.image(cast.producer, "second copy", file);
        String review =
                cast.producer.opens("/DFW/offerings?image=" + image).is(200).path();
        SuspensionFixture suspension = SuspensionFixture.suspend(cast, cast.producer, image);
        for (UUID each : List.of(image, copy)) {
            HtmlPage page = cast.producer.opens("/DFW/images/" + each).says("Suspended", NO);
            assertFalse(page.hasAction("Offer…") || page.hasAction("Delete…") || page.hasAction("Start a server…"));
            assertFalse(page.hasAction("Take it out…"));
            cast.producer.opens("/DFW/images/" + each + "/deletion").is(403).says(NO);
            cast.producer
                    .posts("/DFW/images/" + each + "/deletion", "name", "evidence")
                    .is(403)
                    .says(NO);
            assertTrue(owner.delete("/v2/images/" + each).is(403).text().contains(NO));
            String[] form = {"image", each.toString(), "numbers", cast.consumer.account};
            cast.producer.opens("/DFW/offerings?image=" + each).is(403).says(NO);
            cast.producer.posts(review + "/reviews", form).is(403).says(NO);
            assertTrue(owner.offers(each, cast.consumer.account).is(403).text().contains(NO));
            owner.get("/v2/images/" + each).is(200);
        }
        cast.producer.opens("/DFW/images").says("evidence Suspended", "second copy Suspended");
        suspension.lift();
        owner.delete("/v2/images/" + copy).is(204);
        owner.delete("/v2/images/" + image).is(204);
    }

    @Test
    void a_consumer_rejects_it_and_does_not_accept_it() {
        UUID image = cast.image(cast.producer, "bait", file);
        UUID fine = cast.image(cast.producer, "fine", Cast.uniqueDiskFile());
        cast.offers(image, cast.consumer.account);
        cast.offers(fine, cast.consumer.account);
        SuspensionFixture suspension = SuspensionFixture.suspend(cast, cast.producer, image);
        cast.consumer.opens("/DFW/invitations").says("bait pending Suspended", NO);
        assertFalse(cast.consumer
                .opens("/DFW/images/" + image)
                .says("Suspended", NO)
                .hasAction("Accept"));
        cast.consumer.posts("/DFW/invitations/" + image + "/acceptance").is(403).says(NO);
        String number = cast.consumer.account;
        assertTrue(consumer.decides(image, number, "accepted").is(403).text().contains(NO));
        cast.consumer
                .posts("/DFW/invitations/acceptances", "image", "" + image, "image", "" + fine)
                .is(200)
                .says("1 invitation accepted.");
        assertTrue(consumer.get("/v2/images/" + image + "/members/" + number)
                .is(200)
                .text()
                .contains("pending"));
        cast.consumer.posts("/DFW/invitations/" + image + "/rejection").is(200).says("Rejected");
        consumer.decides(image, number, "pending").is(200);
        consumer.decides(image, number, "rejected").is(200);
        suspension.lift();
        consumer.decides(image, number, "accepted").is(200);
    }

    @Test
    void nobody_starts_downloads_or_exports_it_and_links_of_before_stop() {
        UUID image = cast.image(cast.producer, "leaking", file);
        cast.offers(image, cast.consumer.account);
        UUID copy = cast.image(cast.consumer, "own copy", file);
        HtmlPage export = prepared(cast.consumer, image);
        HtmlPage ofCopy = prepared(cast.consumer, copy);
        String link = export.element("a[href*=signature]").absUrl("href");
        cast.consumer.opens(link).is(200);
        SuspensionFixture suspension = SuspensionFixture.suspend(cast, cast.producer, image);
        cast.consumer.opens(link).is(403);
        cast.consumer.opens(ofCopy.element("a[href*=signature]").absUrl("href")).is(403);
        assertTrue(cast.consumer
                .opens(export.path())
                .says(NO)
                .elements("a[href*=signature]")
                .isEmpty());
        for (UUID each : List.of(image, copy)) {
            assertSuspended(cast.consumer, each);
        }
        assertSuspended(cast.producer, image);
        cast.stranger.opens("/DFW/images/" + image).is(404).doesNotSay("uspended");
        ApiClient.forUser(cast.stranger).get("/v2/images/" + image + "/file").is(404);
        suspension.lift();
        cast.consumer.opens(link).is(200);
    }

    @Test
    void owner_and_members_are_told_in_the_providers_name() {
        UUID image = cast.image(cast.producer, "told of", file);
        cast.offers(image, cast.consumer.account);
        SuspensionFixture.suspend(cast, cast.producer, image).lift();
        for (TestUser each : List.of(cast.producer, cast.consumer)) {
            each.opens("/DFW/notices")
                    .says("The provider suspended told of", "The provider lifted the suspension of told of");
        }
        cast.producer.opens("/DFW/images/" + image).says("suspension lifted");
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

    private static HtmlPage prepared(TestUser testUser, UUID image) {
        HtmlPage form = testUser.opens("/DFW/exports/new?image=" + image).is(200);
        return TaskPage.awaitFinished(
                testUser,
                form.elements("[name=acknowledged]").isEmpty()
                        ? form.presses("Prepare")
                        : form.presses("Prepare", "acknowledged", "yes"));
    }

    private static void assertSuspended(TestUser testUser, UUID image) {
        ApiClient apiClient = ApiClient.forUser(testUser);
        testUser.opens("/DFW/images/" + image).is(200).says("Suspended", NO);
        assertEquals(
                "deactivated",
                apiClient
                        .get("/v2/images/" + image)
                        .is(200)
                        .json()
                        .path("status")
                        .asText());
        assertTrue(apiClient.get("/v2/images/" + image + "/file").is(403).text().contains(NO));
        testUser.opens("/DFW/servers/new?image=" + image).is(403).says(NO);
        testUser.posts(
                        "/DFW/servers",
                        "server",
                        "" + UUID.randomUUID(),
                        "image",
                        "" + image,
                        "name",
                        "x",
                        "flavor",
                        "small")
                .is(403)
                .says(NO);
        String order = "{\"name\": \"x\", \"image\": \"" + image + "\", \"flavor\": \"small\"}";
        assertTrue(apiClient.post("/v2/servers", order).is(403).text().contains(NO));
        testUser.opens("/DFW/exports/new?image=" + image).is(403).says(NO);
        testUser.posts("/DFW/exports", "image", "" + image, "acknowledged", "yes")
                .is(403)
                .says(NO);
    }

    private static void assertUsable(TestUser testUser, UUID image) {
        ApiClient apiClient = ApiClient.forUser(testUser);
        testUser.opens("/DFW/images/" + image).is(200).doesNotSay("status-suspended\">Suspended");
        assertEquals(
                "active",
                apiClient
                        .get("/v2/images/" + image)
                        .is(200)
                        .json()
                        .path("status")
                        .asText());
        apiClient.get("/v2/images/" + image + "/file").is(200);
    }
}
