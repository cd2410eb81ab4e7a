package dev.handshake.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where a form leads to. */
@PortalTest
class FlashSenderTest {

    private final Cast cast = new Cast();

    @Test
    void a_form_returns_to_the_part_of_the_list_it_came_from() {
        UUID image = cast.pending("filtered");
        String found = page(image) + "?q=" + cast.consumer.account + "&status=pending";
        HtmlPage reminded = cast.producer.opens(found).presses("Remind account").is(200);
        assertEquals(TestUser.absoluteUrl(found), reminded.url());
        cast.pending("listed");
        HtmlPage list = cast.producer.opens("/DFW/offers?status=pending").presses("Remind account");
        assertEquals(
                TestUser.absoluteUrl("/DFW/offers?status=pending"), list.is(200).url());
    }

    @Test
    void a_form_of_another_page_or_site_returns_to_the_image() {
        UUID image = cast.pending("sent from elsewhere");
        String own = TestUser.absoluteUrl(page(image));
        String label = page(image) + "/offers/" + cast.consumer.account + "/label";
        for (String sender : List.of(
                "https://other.example" + page(image) + "?q=there",
                TestUser.absoluteUrl("/DFW/images"),
                own + "/deletion",
                own.replace("DFW", "ORD"),
                "%%%",
                "mailto:someone")) {
            String landed = cast.producer
                    .send(cast.producer.formPost(label, "label", "Berlin").referrer(sender))
                    .is(200)
                    .url();
            assertTrue(landed.startsWith(own) && !landed.contains("deletion"), sender + " led to " + landed);
        }
    }

    private static String page(UUID image) {
        return "/DFW/images/" + image;
    }
}
