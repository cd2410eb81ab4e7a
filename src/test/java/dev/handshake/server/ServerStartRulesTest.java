package dev.handshake.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.account.Role;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.FakeKeystone;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The sharing rules about starting servers: one test per row of the table, through form and API. */
@PortalTest
@AlsoOnH2
class ServerStartRulesTest {

    private final Cast cast = new Cast();

    @Test
    void the_owner_starts_servers() {
        starts(cast.producer, cast.pending("owned"));
    }

    @Test
    void a_pending_consumer_starts_servers_by_id_only() {
        UUID image = cast.pending("offered");
        assertFalse(isInPicker(cast.consumer, "offered"));
        starts(cast.consumer, image);
    }

    @Test
    void an_accepted_consumer_starts_servers() {
        UUID image = cast.accepted("taken");
        assertTrue(isInPicker(cast.consumer, "taken"));
        starts(cast.consumer, image);
    }

    @Test
    void a_rejected_consumer_starts_servers_by_id_only() {
        UUID image = cast.rejected("declined");
        assertFalse(isInPicker(cast.consumer, "declined"));
        starts(cast.consumer, image);
    }

    @Test
    void everybody_starts_servers_from_base_images() {
        String name = "base-" + Cast.newAccountNumber();
        UUID image = cast.image(cast.provider, name);
        assertTrue(isInPicker(cast.stranger, name));
        starts(cast.stranger, image);
    }

    @Test
    void a_stranger_does_not_find_the_image() {
        UUID image = cast.accepted("secret");
        assertFalse(isInPicker(cast.stranger, "secret"));
        for (UUID id : List.of(image, UUID.randomUUID())) {
            isNotFound(cast.stranger.opens("/DFW/servers/new?image=" + id));
            isNotFound(post(cast.stranger, id));
            call(ApiClient.forUser(cast.stranger), id).is(404);
        }
        cast.stranger.opens("/DFW/servers").is(200).says("No servers yet");
    }

    @Test
    void who_was_removed_finds_it_no_more() {
        UUID image = cast.accepted("revoked");
        cast.producer
                .posts("/DFW/images/" + image + "/offers/" + cast.consumer.account + "/removal")
                .is(200);
        isNotFound(post(cast.consumer, image));
        call(ApiClient.forUser(cast.consumer), image).is(404);
    }

    @Test
    void an_image_of_another_region_is_not_found() {
        UUID image = cast.accepted("elsewhere");
        isNotFound(cast.consumer.opens("/ORD/servers/new?image=" + image));
        isNotFound(cast.consumer.posts("/ORD/servers", fields(image)));
        ApiClient.forUser(cast.consumer).post("/ORD/servers", body(image)).is(404);
    }

    @Test
    void an_operator_starts_no_servers_from_what_others_share() {
        ApiClient operator = new ApiClient(FakeKeystone.token(Cast.newAccountNumber(), "admin"));
        String why = call(operator, cast.pending("theirs")).is(403).text();
        assertTrue(why.contains("Only the owner of an image and the accounts it is offered to can start servers"), why);
        call(operator, operator.creates("empty")).is(409);
    }

    @Test
    void an_image_without_data_or_deactivated_starts_nothing() {
        ApiClient owner = ApiClient.forUser(cast.producer);
        UUID image = owner.creates("still-empty");
        refuses(409, "This image has no data yet.", image);
        UUID away = cast.image("put-away");
        owner.post("/v2/images/" + away + "/actions/deactivate", "").is(204);
        refuses(403, "This image is deactivated.", away);
        assertFalse(isInPicker(cast.producer, "still-empty") || isInPicker(cast.producer, "put-away"));
    }

    private void refuses(int status, String why, UUID image) {
        assertFalse(cast.producer.opens("/DFW/images/" + image).hasAction("Register server…"));
        cast.producer.opens("/DFW/servers/new?image=" + image).is(status).says(why);
        post(cast.producer, image).is(status).says(why);
        assertTrue(
                call(ApiClient.forUser(cast.producer), image).is(status).text().contains(why));
    }

    @Test
    void an_observer_starts_nothing_unless_it_is_the_compute_service() {
        UUID image = cast.accepted("watched");
        assertFalse(cast.consumerObserver.opens("/DFW/images/" + image).hasAction("Register server…"));
        assertFalse(cast.consumerObserver.opens("/DFW/servers").hasAction("Register server"));
        cast.consumerObserver.opens("/DFW/servers/new").is(403).says("requires the creator role; yours is observer");
        cast.consumerObserver.opens("/DFW/servers/new?image=" + image).is(403);
        post(cast.consumerObserver, image).is(403).says("requires the creator role");
        call(ApiClient.forUser(cast.consumerObserver), image).is(403);
        call(new ApiClient(FakeKeystone.token(cast.consumer.account, "compute")), image)
                .is(201);
        call(new ApiClient(FakeKeystone.token(cast.stranger.account, "compute")), image)
                .is(404);
        starts(Cast.newUser("Carl", cast.consumer.account, Role.CREATOR), image);
    }

    private void starts(TestUser by, UUID image) {
        assertTrue(by.opens("/DFW/images/" + image).is(200).hasAction("Register server…"));
        cast.server(by, image, "by-form");
        call(ApiClient.forUser(by), image).is(201);
    }

    /** Whether the image picker lists the image. */
    private static boolean isInPicker(TestUser by, String name) {
        return by.opens("/DFW/servers/new?q=" + name)
                .is(200)
                .texts(".row-head h2")
                .contains(name);
    }

    private static HtmlPage post(TestUser by, UUID image) {
        return by.posts("/DFW/servers", fields(image));
    }

    private static String[] fields(UUID image) {
        return new String[] {
            "server", UUID.randomUUID().toString(), "image", image.toString(), "name", "by-post", "flavor", "small"
        };
    }

    private static ApiClient.ApiResponse call(ApiClient by, UUID image) {
        return by.post("/DFW/servers", body(image));
    }

    private static String body(UUID image) {
        return "{\"name\":\"by-api\",\"image\":\"" + image + "\",\"flavor\":\"small\"}";
    }

    private static void isNotFound(HtmlPage page) {
        page.is(404)
                .says("Not found. It does not exist, or your account has no access to it")
                .doesNotSay("secret", "revoked");
    }
}
