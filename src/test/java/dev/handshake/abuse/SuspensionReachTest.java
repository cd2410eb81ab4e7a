package dev.handshake.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.QueryCounter;
import dev.handshake.testing.TestUser;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an operator knows before suspending an image, and that reports are waiting. */
@PortalTest
class SuspensionReachTest {

    private static final String BADGE = "nav.tabs a[href$=abuse-reports] .count";

    private final Cast cast = new Cast();
    private final TestUser operator = AbuseReportsResourceTest.operator();
    private final byte[] data = Cast.uniqueDiskFile();
    private final UUID image = cast.image(cast.producer, "suspect", data);

    private HtmlPage desk() {
        cast.offers(image, cast.consumer.account);
        cast.offers(image, cast.otherConsumer.account);
        cast.consumer.posts("/DFW/invitations/" + image + "/acceptance").is(200);
        HtmlPage report = AbuseReportsResourceTest.report(cast.otherConsumer, image, "malicious", "x");
        return operator.opens(report.path().replace("reports", "abuse-reports")).is(200);
    }

    @Test
    void before_suspending_an_image_the_operator_sees_how_many_members_and_servers_it_hits() {
        HtmlPage desk = desk().says("hits 2 members (1 accepted, 1 rejected) and 0 servers started from it.");
        cast.server(cast.consumer, image, "web-1");
        UUID deleted = cast.server(cast.consumer, image, "web-2");
        cast.consumer.posts("/DFW/servers/" + deleted + "/deletion").is(200);
        cast.server(cast.producer, image, "own");
        operator.opens(desk.path()).says("hits 2 members (1 accepted, 1 rejected) and 2 servers started from it.");
        operator.opens(desk.path())
                .presses("Suspend", "why", "A miner.")
                .is(200)
                .doesNotSay("Suspending it hits");
    }

    @Test
    void images_with_the_same_data_are_counted_too() {
        HtmlPage desk = desk();
        UUID same = cast.image(cast.stranger, "copy", data);
        cast.offers(cast.stranger, same, cast.consumer.account);
        cast.server(cast.stranger, same, "web-3");
        operator.opens(desk.path())
                .says(
                        "hits 3 members (1 pending, 1 accepted, 1 rejected) and 1 server started from it.",
                        "That includes 1 other image with the same data, which is suspended too.");
        assertEquals(8, QueryCounter.count(() -> operator.opens(desk.path()).is(200)));
    }

    @Test
    void the_owner_and_the_reporter_do_not_see_it() {
        HtmlPage desk = desk();
        cast.server(cast.consumer, image, "web-1");
        for (TestUser other : List.of(cast.producer, cast.consumer, cast.otherConsumer)) {
            other.opens(desk.path()).is(404);
        }
        for (TestUser member : List.of(cast.consumer, cast.otherConsumer)) {
            member.opens("/DFW/images/" + image).is(200).doesNotSay("1 server");
        }
    }

    @Test
    void the_head_counts_open_reports_for_operators_alone() {
        desk();
        long open = QuarkusTransaction.requiringNew()
                .call(() -> AbuseReport.count("region = 'DFW' and status = ?1", AbuseReport.Status.OPEN));
        String shown = (open > 99 ? "99+" : "" + open) + " open";
        assertEquals(List.of(shown), operator.opens("/DFW/images").texts(BADGE));
        for (TestUser other : List.of(cast.producer, cast.otherConsumer, cast.provider)) {
            assertNull(other.opens("/DFW/images").element(BADGE));
        }
    }
}
