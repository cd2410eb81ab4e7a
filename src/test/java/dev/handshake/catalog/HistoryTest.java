package dev.handshake.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.NotAtGlance;
import dev.handshake.testing.PortalTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The history: everything for the owner, its own part for a consumer. */
@PortalTest
@AlsoAtGlance
@AlsoOnH2
class HistoryTest {

    private final Cast cast = new Cast();

    @Test
    void the_owner_reads_everything_and_the_consumer_its_own_part() {
        UUID image = cast.rejected("told");
        cast.offers(image, cast.otherConsumer.account);
        cast.producer
                .posts("/DFW/images/" + image + "/offers/" + cast.consumer.account + "/removal")
                .is(200);
        HtmlPage owners = cast.producer.opens("/DFW/images/" + image + "/history");
        assertEquals(List.of("removed", "offered", "rejected", "offered", "added"), owners.texts(".history .status"));
        owners.says("account " + cast.consumer.account + ", just now", "Nora, just now")
                .doesNotSay("Iris");
        HtmlPage consumers = cast.consumer.opens("/DFW/history");
        assertEquals(List.of("removed", "rejected", "offered"), consumers.texts(".history .status"));
        consumers.says("told", "Iris, just now").doesNotSay("Nora", cast.otherConsumer.account);
        cast.stranger.opens("/DFW/history").doesNotSay("told");
        cast.consumer.opens("/ORD/history").doesNotSay("told");
    }

    @Test
    @NotAtGlance
    void a_deleted_image_is_told_to_its_members_and_stays_in_history() {
        UUID image = cast.accepted("mourned");
        cast.producer
                .opens("/DFW/images/" + image + "/deletion")
                .presses("Delete", "name", "wrong")
                .is(422)
                .says("This is not the name of the image.");
        cast.producer
                .opens("/DFW/images/" + image + "/deletion")
                .presses("Delete", "name", "mourned")
                .is(200);
        cast.consumer.opens("/DFW/images/" + image).is(404);
        cast.consumer.opens("/DFW/history").says("deleted mourned account " + cast.producer.account);
        assertEquals(
                List.of("deleted", "accepted", "offered", "added"),
                cast.producer.opens("/DFW/history").texts(".history .status"));
    }

    @Test
    @NotAtGlance
    void a_deactivation_is_told_once_and_taking_it_back_too() {
        UUID image = cast.accepted("halted");
        ApiClient owner = ApiClient.forUser(cast.producer);
        for (String action : List.of("deactivate", "deactivate", "reactivate", "reactivate")) {
            owner.post("/v2/images/" + image + "/actions/" + action, "").is(204);
        }
        assertEquals(
                List.of("reactivated", "deactivated", "accepted", "offered"),
                cast.consumer.opens("/DFW/history").texts(".history .status"));
        assertEquals(
                List.of("reactivated", "deactivated", "accepted", "offered", "added"),
                cast.producer.opens("/DFW/history").texts(".history .status"));
    }

    @Test
    void the_history_goes_on_page_by_page() {
        UUID image = cast.image("busy");
        for (int each = 0; each < 15; each++) {
            cast.offers(image, cast.consumer.account);
            cast.producer
                    .posts("/DFW/images/" + image + "/offers/" + cast.consumer.account + "/removal")
                    .is(200);
        }
        for (String address : List.of("/DFW/history", "/DFW/images/" + image + "/history")) {
            HtmlPage first = cast.producer.opens(address);
            HtmlPage second = first.follows("Next page");
            assertEquals(25, first.texts(".history li").size());
            assertEquals(6, second.texts(".history li").size());
            assertEquals("added", second.texts(".history .status").get(5));
        }
    }
}
