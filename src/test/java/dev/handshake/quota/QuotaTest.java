package dev.handshake.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.account.Role;
import dev.handshake.disk.DiskFiles;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.server.Server;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The quotas of accounts 8800001 to 8800005 in the test settings: 5 images, 1 MiB, 2 snapshots, 3 servers. */
@PortalTest
@AlsoOnH2
class QuotaTest {

    private static final byte[] HALF = DiskFiles.raw(512 << 10);
    private final Cast cast = new Cast();

    @Inject
    QuotaService quotas;

    @Test
    void no_more_images_than_allowed_come_by_any_door() {
        TestUser owner = QuotaFixture.user("8800002");
        ApiClient apiClient = ApiClient.forUser(owner);
        QuotaFixture.deleteImages(apiClient);
        IntStream.range(0, 4).forEach(each -> apiClient.creates("image-" + each));
        owner.opens("/DFW/images/uploads").is(200).says("Your account has 4 of 5 images");
        owner.opens("/DFW/imports/new").is(200).says("Your account has 4 of 5 images");
        owner.uploads("DFW", "fifth", HALF).is(200);
        ApiClient.ApiResponse refused =
                apiClient.post("/v2/images", "{\"name\": \"sixth\"}").is(413);
        assertTrue(refused.text().contains("quota") && refused.text().contains("5 of 5 images"), refused.text());
        owner.uploads("DFW", "sixth", HALF).is(422).says("quota in DFW", "5 of 5 images");
        owner.posts("/DFW/imports", "name", "sixth", "address", "https://example.com/x.raw")
                .is(422)
                .says("5 of 5 images");
        assertEquals(5, Image.count("owner", owner.account));
        ApiClient other = ApiClient.forUser(Cast.newUser("Quinn", owner.account, Role.ADMIN));
        other.post("/ORD/v2/images", "{\"name\": \"elsewhere\"}").is(201);
        QuotaFixture.deleteImages(apiClient);
        apiClient.creates("again");
    }

    @Test
    void what_others_share_counts_for_its_owner_alone() {
        TestUser member = QuotaFixture.user("8800001");
        for (int each = 0; each < 7; each++) {
            UUID image = cast.image("shared-" + each);
            cast.offers(image, member.account);
            ApiClient.forUser(member).decides(image, member.account, "accepted").is(200);
        }
        ApiClient.forUser(member).creates("own");
        var usage =
                ApiClient.forUser(member).get("/v2/info/usage").is(200).json().path("usage");
        assertEquals(1, usage.path("image_count_total").path("usage").asInt());
        assertEquals(0, usage.path("image_size_total").path("usage").asInt());
    }

    @Test
    void the_api_says_how_much_is_used_as_the_images_api_does() {
        TestUser owner = QuotaFixture.user("8800003");
        ApiClient apiClient = ApiClient.forUser(owner);
        QuotaFixture.deleteImages(apiClient);
        UUID image = apiClient.creates("data");
        apiClient.put("/v2/images/" + image + "/stage", DiskFiles.raw(1 << 20)).is(204);
        assertEquals(
                "{\"usage\":{\"image_size_total\":{\"usage\":1,\"limit\":1},"
                        + "\"image_stage_total\":{\"usage\":1,\"limit\":-1},"
                        + "\"image_count_total\":{\"usage\":1,\"limit\":5000},"
                        + "\"image_count_uploading\":{\"usage\":0,\"limit\":-1}}}",
                apiClient.get("/v2/info/usage").is(200).text());
        owner.opens("/account").is(200).says("1 of 5000", "1 of 1 MiB");
        QuotaFixture.deleteImages(apiClient);
    }

    @Test
    void no_more_bytes_than_allowed_come_by_any_door() {
        TestUser owner = QuotaFixture.user("8800003");
        ApiClient apiClient = ApiClient.forUser(owner);
        QuotaFixture.deleteImages(apiClient);
        owner.uploads("DFW", "half", HALF).is(200);
        owner.opens("/DFW/images/uploads").says("512 KiB of 1 MiB");
        byte[] more = DiskFiles.raw((512 << 10) + 512);
        owner.uploads("DFW", "more", more).is(422).says("quota in DFW", "512 KiB of 1 MiB");
        UUID image = apiClient.creates("filled");
        apiClient.put("/v2/images/" + image + "/file", more).is(413);
        apiClient.put("/v2/images/" + image + "/stage", more).is(413);
        assertEquals(
                "queued",
                apiClient.get("/v2/images/" + image).json().path("status").asText());
        apiClient.put("/v2/images/" + image + "/file", HALF).is(204);
        owner.uploads("DFW", "any", DiskFiles.raw(512)).is(422).says("1 of 1 MiB");
        UUID server = cast.server(owner, image, "source");
        owner.opens("/DFW/servers/" + server).presses("Take snapshot").is(422).says("quota in DFW", "1 of 1 MiB");
        apiClient
                .post("/DFW/servers/" + server + "/snapshots", "{\"data\": \"as-started\"}")
                .is(413);
        UUID queued = ApiClient.idOf(apiClient.post("/DFW/servers/" + server + "/snapshots", "{}"));
        apiClient.put("/v2/images/" + queued + "/file", DiskFiles.raw(512)).is(413);
        QuotaFixture.deleteImages(apiClient);
    }

    @Test
    void bytes_are_refused_while_they_arrive() {
        var arriving = quotas.precheck("8800003", "ORD", QuotaAmounts.image(1));
        arriving.accept(1 << 20);
        assertThrows(RefusedException.class, () -> arriving.accept((1 << 20) + 1));
    }

    @Test
    void no_more_servers_and_snapshots_than_allowed() {
        TestUser owner = QuotaFixture.user("8800005");
        UUID image = cast.image(owner, "source");
        IntStream.range(0, 3).forEach(each -> cast.server(owner, image, "server-" + each));
        HtmlPage refused = cast.startsServer(owner, image, "fourth").is(422).says("quota in DFW", "3 of 3 servers");
        assertEquals("fourth", refused.element("#name").val());
        String order = "{\"name\": \"fourth\", \"image\": \"" + image + "\", \"flavor\": \"small\"}";
        ApiClient.forUser(owner).post("/DFW/servers", order).is(413);
        Server one = Server.<Server>find("account", owner.account).firstResult();
        ApiClient.forUser(owner).delete("/DFW/servers/" + one.id).is(204);
        owner.opens("/DFW/servers/new?image=" + image).says("Your account has 2 of 3 servers");
        ApiClient.forUser(owner).post("/DFW/servers", order).is(201);

        TestUser snapper = QuotaFixture.user("8800004");
        UUID server = cast.server(snapper, cast.image(snapper, "source"), "origin");
        IntStream.range(0, 2)
                .forEach(each -> snapper.opens("/DFW/servers/" + server)
                        .presses("Take snapshot")
                        .is(200));
        snapper.opens("/DFW/servers/" + server)
                .says("2 of 2 snapshots")
                .presses("Take snapshot")
                .is(422)
                .says("quota in DFW");
        ApiClient.forUser(snapper)
                .post("/DFW/servers/" + server + "/snapshots", "{}")
                .is(413);
        ApiClient.forUser(snapper).creates("no snapshot");
    }
}
