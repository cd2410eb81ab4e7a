package dev.handshake.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.image.Image;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Base image, shared image, server, snapshot: each reader sees the part of the ancestry it may know. */
@PortalTest
@AlsoOnH2
class LineageTest {

    private final Cast cast = new Cast();
    private final String system = "base-" + Cast.newAccountNumber();

    @Inject
    Lineage lineage;

    private UUID base;
    private UUID hers;
    private UUID shared;
    private UUID mine;
    private UUID snapshot;

    @BeforeEach
    void a_consumer_makes_a_snapshot_of_what_the_producer_made_of_a_base_image() {
        base = cast.image(cast.provider, system);
        hers = cast.server(cast.producer, base, "producers-server");
        shared = snapshot(cast.producer, hers, "golden");
        cast.offers(shared, cast.consumer.account);
        mine = cast.server(cast.consumer, shared, "my-server");
        snapshot = snapshot(cast.consumer, mine, "my-snapshot");
    }

    @Test
    void the_chain_is_shown_on_the_image_and_on_the_server() {
        List<String> before = List.of(
                system + " Base",
                "a server of account " + cast.producer.account,
                "golden Shared by account " + cast.producer.account);
        HtmlPage image = cast.consumer.opens(image(snapshot) + "/details").is(200);
        assertEquals(with(before, "server my-server", "this image"), steps(image));
        assertEquals(with(before, "this server"), steps(cast.consumer.opens(server(mine))));
        image.doesNotSay("producers-server", "" + hers);
        for (String link : List.of(system, "golden", "my-server")) {
            image.follows(link).is(200);
        }
        assertEquals(
                List.of(system + " Base", "server producers-server", "this image"),
                steps(cast.producer.opens(image(shared) + "/details")));
    }

    @Test
    void after_the_share_it_keeps_its_name_and_owner_and_leads_nowhere() {
        String gone = "golden of account " + cast.producer.account + " source no longer shared";
        cast.producer
                .posts(image(shared) + "/offers/" + cast.consumer.account + "/removal")
                .is(200);
        HtmlPage image = cast.consumer.opens(image(snapshot) + "/details").is(200);
        assertEquals(List.of(gone, "server my-server", "this image"), steps(image));
        image.doesNotSay("" + shared, system, "a server of account");
        cast.producer.posts(image(shared) + "/deletion").is(200);
        assertEquals(List.of(gone, "this server"), steps(cast.consumer.opens(server(mine))));
    }

    @Test
    void whoever_is_shared_a_snapshot_learns_only_whose_server_it_was() {
        cast.offers(cast.consumer, snapshot, cast.otherConsumer.account);
        HtmlPage image = cast.otherConsumer.opens(image(snapshot)).is(200);
        assertEquals(List.of("a server of account " + cast.consumer.account, "this image"), steps(image));
        image.doesNotSay("golden", "my-server", "" + shared, cast.producer.account, system, "no longer");
        UUID further = cast.server(cast.otherConsumer, snapshot, "third");
        assertEquals(
                List.of(
                        "a server of account " + cast.consumer.account,
                        "my-snapshot Shared by account " + cast.consumer.account,
                        "this server"),
                steps(cast.otherConsumer.opens(server(further))));
    }

    @Test
    void whoever_sees_the_source_itself_is_shown_it_by_its_name_of_today() {
        cast.offers(cast.consumer, snapshot, cast.otherConsumer.account);
        cast.offers(shared, cast.otherConsumer.account);
        cast.producer.posts(image(shared) + "/details", "name", "renamed").is(200);
        assertEquals(
                List.of(
                        system + " Base",
                        "a server of account " + cast.producer.account,
                        "renamed Shared by account " + cast.producer.account,
                        "a server of account " + cast.consumer.account,
                        "this image"),
                steps(cast.otherConsumer.opens(image(snapshot))));
        cast.offers(cast.consumer, snapshot, cast.producer.account);
        HtmlPage owner = cast.producer.opens(image(snapshot)).is(200).doesNotSay("my-server");
        assertEquals(
                List.of(
                        system + " Base",
                        "server producers-server",
                        "renamed",
                        "a server of account " + cast.consumer.account,
                        "this image"),
                steps(owner));
    }

    @Test
    void an_own_source_that_was_deleted_is_said_to_be() {
        UUID image = cast.image("own");
        UUID server = cast.server(cast.producer, image, "web");
        cast.producer.posts(image(image) + "/deletion").is(200);
        assertEquals(List.of("own source deleted", "this server"), steps(cast.producer.opens(server(server))));
    }

    @Test
    void what_was_brought_in_came_from_nowhere() {
        cast.producer.opens(image(cast.image("import")) + "/details").is(200).doesNotSay("Origin");
        cast.stranger.opens(image(base)).is(200).doesNotSay("Origin");
    }

    @Test
    void what_came_of_a_share_stays_so_at_every_remove() {
        assertFalse(derived(base) || derived(shared) || derived(cast.image("import")));
        assertTrue(derived(snapshot));
        UUID second = snapshot(cast.consumer, cast.server(cast.consumer, snapshot, "second"), "second");
        assertTrue(derived(second));
        cast.consumer.posts(image(snapshot) + "/deletion").is(200);
        UUID third = snapshot(cast.consumer, cast.server(cast.consumer, second, "third"), "third");
        assertTrue(derived(third));
        assertFalse(derived(snapshot(cast.consumer, cast.server(cast.consumer, base, "clean"), "clean")));
    }

    private boolean derived(UUID image) {
        return QuarkusTransaction.requiringNew()
                .call(() -> lineage.isDerivedFromShare(Image.findById(new Image.Key("DFW", image))));
    }

    private static UUID snapshot(TestUser by, UUID server, String name) {
        return Cast.idOf(
                by.opens(server(server)).presses("Take snapshot", "name", name).is(200));
    }

    private static List<String> steps(HtmlPage page) {
        return page.is(200).texts(".lineage li");
    }

    private static List<String> with(List<String> some, String... more) {
        return java.util.stream.Stream.concat(some.stream(), java.util.Arrays.stream(more))
                .toList();
    }

    private static String image(UUID id) {
        return "/DFW/images/" + id;
    }

    private static String server(UUID id) {
        return "/DFW/servers/" + id;
    }
}
