package dev.handshake.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Starting, stopping and deleting servers. */
@PortalTest
class ServersResourceTest {

    private final Cast cast = new Cast();

    @Test
    void whoever_an_image_is_shared_with_starts_servers_from_it() {
        UUID image = cast.accepted("golden");
        HtmlPage page = cast.consumer
                .opens("/DFW/images/" + image)
                .follows("Register server…")
                .is(200)
                .says("golden", "Shared by account " + cast.producer.account, "does not start machines itself")
                .presses("Register server", "name", "web-1", "flavor", "medium")
                .is(200);
        page.says("“web-1” is registered.", "active", "medium", "4 vCPUs", "8 GiB memory", "80 GiB disk");
        page.says("golden Shared by account " + cast.producer.account, "Started just now by Iris");
        HtmlPage list = cast.consumer.opens("/DFW/servers").is(200);
        list.says("web-1 active", "from golden Shared by account " + cast.producer.account);
        list.says("Registering a server records that it runs from an image");
        cast.consumerObserver.opens("/DFW/servers").is(200).says("web-1");
    }

    @Test
    void a_server_is_its_accounts_alone() {
        UUID server = cast.server(cast.consumer, cast.accepted("shared"), "hidden-one");
        for (var other : List.of(cast.producer, cast.otherConsumer, cast.stranger, cast.provider)) {
            other.opens("/DFW/servers").is(200).doesNotSay("hidden-one");
            HtmlPage hidden = other.opens(page(server)).is(404);
            assertEquals(other.opens(page(UUID.randomUUID())).html(), hidden.html());
            other.opens(page(server) + "/deletion").is(404).doesNotSay("hidden-one");
            for (String verb : List.of("/stop", "/start", "/deletion")) {
                other.posts(page(server) + verb).is(404).doesNotSay("hidden-one");
            }
        }
        cast.consumer.opens(page(server)).is(200).says("hidden-one active");
        cast.consumer.opens("/ORD/servers/" + server).is(404);
        cast.consumer.opens("/ORD/servers").is(200).says("No servers yet");
    }

    @Test
    void a_server_stops_starts_again_and_is_deleted_after_a_question() {
        UUID server = cast.server(cast.producer, cast.image("own"), "web-2");
        HtmlPage stopped = cast.producer.opens(page(server)).presses("Stop").is(200);
        stopped.says("“web-2” is recorded as stopped.", "web-2 stopped Start again");
        assertFalse(stopped.hasAction("Stop"));
        stopped.presses("Start again").is(200).says("started again");
        HtmlPage question = cast.producer.opens(page(server)).follows("Delete…").is(200);
        question.says("Delete this server?", "web-2");
        HtmlPage deleted = question.presses("Delete").is(200).says("“web-2” is recorded as deleted.");
        assertEquals(List.of("deleted", "started again", "stopped", "started"), deleted.texts(".history .status"));
        assertFalse(deleted.hasAction("Stop") || deleted.hasAction("Start again") || deleted.hasAction("Delete…"));
        cast.producer.opens("/DFW/servers").doesNotSay("web-2");
        cast.producer.opens("/DFW/servers?status=deleted").is(200).says("web-2 deleted");
        cast.producer.opens("/DFW/servers?status=active").is(200).says("No servers with this status");
        cast.producer.posts(page(server) + "/stop").is(409).says("This server has been deleted.");
        cast.producer.posts(page(server) + "/start").is(409);
    }

    @Test
    void the_same_button_pressed_twice_does_it_once() {
        HtmlPage form = cast.producer.opens("/DFW/servers/new?image=" + cast.image("twice"));
        HtmlPage first = form.presses("Register server", "name", "only", "flavor", "small")
                .is(200);
        HtmlPage second = form.presses("Register server", "name", "only", "flavor", "small")
                .is(200);
        assertEquals(first.path(), second.path());
        assertEquals(List.of("only"), cast.producer.opens("/DFW/servers").texts(".row-head h2"));
        for (String verb : List.of("/stop", "/stop", "/deletion", "/deletion")) {
            cast.producer.posts(first.path() + verb).is(200);
        }
        assertEquals(
                List.of("deleted", "stopped", "started"),
                cast.producer.opens(first.path()).texts(".history .status"));
    }

    @Test
    void a_button_of_another_account_reaches_nothing() {
        UUID server = cast.server(cast.producer, cast.image("theirs"), "kept");
        UUID mine = cast.image(cast.stranger, "mine");
        cast.stranger
                .posts("/DFW/servers", "server", "" + server, "image", "" + mine, "name", "taken", "flavor", "small")
                .is(409)
                .doesNotSay("kept");
        cast.producer.opens(page(server)).is(200).says("kept");
    }

    @Test
    void a_bad_form_comes_back_as_typed_with_the_error_beside_the_field() {
        UUID image = cast.image("roomy");
        cast.producer
                .posts("/DFW/images/" + image + "/details", "name", "roomy", "minDisk", "50", "minRam", "9000")
                .is(200);
        HtmlPage form = cast.producer.opens("/DFW/servers/new?image=" + image).is(200);
        form.says(
                "This image needs 50 GiB of disk and 9000 MiB of memory.",
                "small: 2 vCPUs, 4 GiB memory, 40 GiB disk (too small)");
        HtmlPage nameless =
                form.presses("Register server", "name", " ", "flavor", "large").is(422);
        nameless.says("Enter a name of at most 255 characters.");
        assertTrue(nameless.element("#name").hasClass("is-invalid"));
        assertEquals("large", nameless.element("option[selected]").val());
        HtmlPage small = form.presses("Register server", "name", "typed", "flavor", "small")
                .is(422);
        small.says("A small server has a 40 GiB disk; this image needs 50 GiB.");
        assertEquals("typed", small.element("#name").val());
        assertTrue(small.element("#flavor").hasClass("is-invalid"));
        form.presses("Register server", "name", "x", "flavor", "medium")
                .is(422)
                .says("has 8192 MiB of memory; this image needs 9000 MiB.");
        start(image, "x", "none such").is(422).says("There is no such size.");
        start(image, "x".repeat(256), "large").is(422).says("at most 255 characters");
        cast.producer.opens("/DFW/servers").says("No servers yet");
    }

    @Test
    void the_disk_of_an_image_has_to_fit_too() {
        UUID image =
                Cast.idOf(cast.producer.uploads("DFW", "wide", dev.handshake.disk.DiskFiles.qcow2((80L << 30) + 1)));
        start(image, "x", "medium").is(422).says("has a 80 GiB disk; this image needs 81 GiB.");
        start(image, "x", "large").is(200);
    }

    private HtmlPage start(UUID image, String name, String flavor) {
        return cast.producer.posts(
                "/DFW/servers", "server", "" + UUID.randomUUID(), "image", "" + image, "name", name, "flavor", flavor);
    }

    private static String page(UUID server) {
        return "/DFW/servers/" + server;
    }
}
