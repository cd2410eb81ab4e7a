package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** User input is shown as text. */
@PortalTest
class MarkupTest {

    private static final String MARKUP = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{title}";
    private final Cast cast = new Cast();

    @Test
    void markup_in_any_field_is_only_text() {
        UUID image = Cast.idOf(
                cast.producer.uploads("DFW", MARKUP, DiskFiles.raw(512)).is(200));
        String path = "/DFW/images/" + image;
        cast.producer
                .opens(path + "/edit")
                .presses("Save", "description", MARKUP, "operatingSystem", MARKUP.substring(0, 60), "tags", "<b>tag")
                .is(200);
        cast.producer
                .opens("/DFW/offer-batches?image=" + image)
                .presses("Review", "numbers", MARKUP + " " + cast.consumer.account)
                .presses("Make", "confirmed", "*", "note", MARKUP, "contact", MARKUP)
                .is(200);
        cast.producer
                .posts(path + "/offers/" + cast.consumer.account + "/label", "label", MARKUP)
                .is(200);
        String member = "/offers/" + cast.consumer.account;
        for (String page :
                List.of("", "/details", "/edit", "/history", "/deletion", member + "/label", member + "/removal")) {
            assertEscaped(cast.producer.opens(path + page));
        }
        assertEscaped(cast.producer.opens("/DFW/offers/removals?who=all&image=" + image));
        for (String page : List.of("/DFW/images?q=%3Cscript%3E", "/DFW/images", "/DFW/offers", "/DFW/history")) {
            assertEscaped(cast.producer.opens(page));
        }
        assertEscaped(cast.consumer.opens(path).says("onerror"));
        assertEscaped(cast.consumer.opens("/DFW/invitations").says("onerror"));
        assertEscaped(cast.consumer.opens("/DFW/invitations/rejections?image=" + image));
        assertEscaped(cast.consumer.opens("/DFW/invitations").presses("Accept"));
        assertEscaped(cast.consumer.opens("/DFW/images"));
    }

    private static void assertEscaped(HtmlPage page) {
        page.is(200);
        assertFalse(page.html().contains("<script>"), page.html());
        assertFalse(page.html().contains("<img src=x"), page.html());
        assertFalse(page.html().contains("<b>tag"), page.html());
    }
}
