package dev.handshake.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.TestUser;
import java.util.UUID;

/** Suspends a reported image as operator, and lifts the suspension. */
class SuspensionFixture {

    static final String SENTENCE = "The provider suspended this image.";

    private final TestUser operator = AbuseReportsResourceTest.operator();
    private final String desk;

    private SuspensionFixture(TestUser reporter, UUID image) {
        desk = AbuseReportsResourceTest.report(reporter, image, "malicious", "It mines coins.")
                .path()
                .replace("reports", "abuse-reports");
    }

    /** Suspends an image that is offered to {@code reporter}. */
    static SuspensionFixture suspend(TestUser reporter, UUID image) {
        return new SuspensionFixture(reporter, image).suspendAgain();
    }

    /** Same, with an otherwise uninvolved account as reporter. */
    static SuspensionFixture suspend(Cast cast, TestUser owner, UUID image) {
        cast.offers(owner, image, cast.otherConsumer.account);
        return suspend(cast.otherConsumer, image);
    }

    SuspensionFixture suspendAgain() {
        operator.posts(desk + "/suspension", "why", "It carries a miner.").is(200);
        return this;
    }

    void lift() {
        operator.posts(desk + "/reinstatement").is(200);
    }

    static void assertSuspended(TestUser testUser, UUID image) {
        ApiClient apiClient = ApiClient.forUser(testUser);
        testUser.opens("/DFW/images/" + image).is(200).says("Suspended", SENTENCE);
        assertEquals(
                "deactivated",
                apiClient
                        .get("/v2/images/" + image)
                        .is(200)
                        .json()
                        .path("status")
                        .asText());
        assertTrue(apiClient.get("/v2/images/" + image + "/file").is(403).text().contains(SENTENCE));
        testUser.opens("/DFW/servers/new?image=" + image).is(403).says(SENTENCE);
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
                .says(SENTENCE);
        String order = "{\"name\": \"x\", \"image\": \"" + image + "\", \"flavor\": \"small\"}";
        assertTrue(apiClient.post("/v2/servers", order).is(403).text().contains(SENTENCE));
        testUser.opens("/DFW/exports/new?image=" + image).is(403).says(SENTENCE);
        testUser.posts("/DFW/exports", "image", "" + image, "acknowledged", "yes")
                .is(403)
                .says(SENTENCE);
    }

    static void assertUsable(TestUser testUser, UUID image) {
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
