package dev.handshake.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A refused form comes back with the focus on its first wrong field, also without script. */
@PortalTest
class RefusedFormTest {

    private final Cast cast = new Cast();

    @Test
    void the_first_wrong_field_has_the_focus() {
        UUID image = cast.image("form");
        HtmlPage details = cast.producer.posts(
                "/DFW/images/" + image + "/details", "name", "fine", "minDisk", "many", "minRam", "much");
        assertFocus("min-disk", details);
        assertEquals(2, details.elements("[aria-invalid=true]").size(), details.html());
        assertFocus("numbers", cast.producer.posts("/DFW/offer-batches/reviews", "image", "" + image, "numbers", " "));
        assertFocus("address", cast.producer.posts("/DFW/imports", "name", "x", "address", "no address"));
        HtmlPage server = cast.producer.opens("/DFW/servers/new?image=" + image);
        assertFocus("name", server.presses("Register server", "name", " ", "flavor", "small"));
        assertFocus("number", cast.producer.posts("/DFW/notifications/mutes", "number", "?"));
    }

    @Test
    void a_form_that_nobody_sent_takes_no_focus() {
        assertEquals(
                0,
                cast.producer
                        .opens("/DFW/images/uploads")
                        .elements("[autofocus]")
                        .size());
    }

    private static void assertFocus(String field, HtmlPage form) {
        assertEquals(422, form.status(), form::text);
        assertEquals(field, form.element("main [autofocus]").id());
    }
}
