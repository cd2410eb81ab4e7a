package dev.handshake.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The snapshot form: its button, id and name. */
@PortalTest
class SnapshotFormTest {

    private final Cast cast = new Cast();

    @Test
    void the_same_button_pressed_twice_takes_one_snapshot() {
        UUID server = cast.server(cast.producer, cast.image("pressed"), "web");
        HtmlPage form = cast.producer.opens(page(server));
        HtmlPage first = form.presses("Take snapshot", "name", "once").is(200);
        assertEquals(
                first.path(),
                form.presses("Take snapshot", "name", "once").is(200).path());
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
                    .says("This id is in use");
        }
        cast.producer
                .posts(page(server) + "/snapshots", "snapshot", "none", "name", "x")
                .is(404);
        cast.producer.posts(page(server) + "/snapshots", "name", "x").is(404);
    }

    @Test
    void a_bad_name_comes_back_beside_the_field() {
        UUID server = cast.server(cast.producer, cast.image("named"), "w".repeat(255));
        assertEquals(
                255, cast.producer.opens(page(server)).element("#name").val().length());
        HtmlPage again = cast.producer
                .opens(page(server))
                .presses("Take snapshot", "name", " ")
                .is(422);
        again.says("Enter a name of at most 255 characters.", "No snapshots yet.");
        assertTrue(again.element("#name").hasClass("is-invalid"));
        again.presses("Take snapshot", "name", "n".repeat(256)).is(422);
        again.presses("Take snapshot", "name", "good").is(200).says("The snapshot “good” is ready.");
    }

    private UUID snapshot(UUID server) {
        return Cast.idOf(
                cast.producer.opens(page(server)).presses("Take snapshot").is(200));
    }

    private static String page(UUID server) {
        return "/DFW/servers/" + server;
    }
}
