package dev.handshake.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Cast;
import dev.handshake.FakeKeystone;
import dev.handshake.Page;
import dev.handshake.Person;
import dev.handshake.PortalTest;
import dev.handshake.Script;
import dev.handshake.account.Role;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The table of the sharing rules, column “starts servers from it”: one row, one test, through form and API. */
@PortalTest
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
        String name = "base-" + Cast.number();
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
            call(Script.of(cast.stranger), id).is(404);
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
        call(Script.of(cast.consumer), image).is(404);
    }

    @Test
    void an_image_of_another_region_is_not_found() {
        UUID image = cast.accepted("elsewhere");
        isNotFound(cast.consumer.opens("/ORD/servers/new?image=" + image));
        isNotFound(cast.consumer.posts("/ORD/servers", fields(image)));
        Script.of(cast.consumer).post("/ORD/servers", body(image)).is(404);
    }

    @Test
    void an_operator_starts_no_servers_from_what_others_share() {
        Script operator = new Script(FakeKeystone.token(Cast.number(), "admin"));
        String why = call(operator, cast.pending("theirs")).is(403).text();
        assertTrue(
                why.contains("Only the owner of an image and the accounts that it is offered to start servers"), why);
        call(operator, operator.creates("empty")).is(409);
    }

    @Test
    void an_image_without_data_or_deactivated_starts_nothing() {
        Script owner = Script.of(cast.producer);
        UUID image = owner.creates("still-empty");
        refuses(409, "This image has no data yet.", image);
        UUID away = cast.image("put-away");
        owner.post("/v2/images/" + away + "/actions/deactivate", "").is(204);
        refuses(403, "This image is deactivated.", away);
        assertFalse(isInPicker(cast.producer, "still-empty") || isInPicker(cast.producer, "put-away"));
    }

    private void refuses(int status, String why, UUID image) {
        assertFalse(cast.producer.opens("/DFW/images/" + image).offers("Start a server…"));
        cast.producer.opens("/DFW/servers/new?image=" + image).is(status).says(why);
        post(cast.producer, image).is(status).says(why);
        assertTrue(call(Script.of(cast.producer), image).is(status).text().contains(why));
    }

    @Test
    void an_observer_starts_nothing_unless_it_is_the_compute_service() {
        UUID image = cast.accepted("watched");
        assertFalse(cast.consumersObserver.opens("/DFW/images/" + image).offers("Start a server…"));
        assertFalse(cast.consumersObserver.opens("/DFW/servers").offers("Start a server"));
        cast.consumersObserver.opens("/DFW/servers/new").is(403).says("takes the role creator; yours is observer");
        cast.consumersObserver.opens("/DFW/servers/new?image=" + image).is(403);
        post(cast.consumersObserver, image).is(403).says("takes the role creator");
        call(Script.of(cast.consumersObserver), image).is(403);
        call(new Script(FakeKeystone.token(cast.consumer.account, "compute")), image)
                .is(201);
        call(new Script(FakeKeystone.token(cast.stranger.account, "compute")), image)
                .is(404);
        starts(Cast.person("Carl", cast.consumer.account, Role.CREATOR), image);
    }

    private void starts(Person by, UUID image) {
        assertTrue(by.opens("/DFW/images/" + image).is(200).offers("Start a server…"));
        cast.server(by, image, "by-form");
        call(Script.of(by), image).is(201);
    }

    /** Whether the image stands among those to choose from. */
    private static boolean isInPicker(Person by, String name) {
        return by.opens("/DFW/servers/new?q=" + name)
                .is(200)
                .texts(".row-head h2")
                .contains(name);
    }

    private static Page post(Person by, UUID image) {
        return by.posts("/DFW/servers", fields(image));
    }

    private static String[] fields(UUID image) {
        return new String[] {
            "server", UUID.randomUUID().toString(), "image", image.toString(), "name", "by-post", "flavor", "small"
        };
    }

    private static Script.Answer call(Script by, UUID image) {
        return by.post("/DFW/servers", body(image));
    }

    private static String body(UUID image) {
        return "{\"name\":\"by-api\",\"image\":\"" + image + "\",\"flavor\":\"small\"}";
    }

    private static void isNotFound(Page page) {
        page.is(404).says("There is nothing here that your account may see").saysNothingOf("secret", "revoked");
    }
}
