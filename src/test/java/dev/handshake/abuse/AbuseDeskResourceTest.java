package dev.handshake.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.QueryCounter;
import dev.handshake.testing.TestUser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The operator's side of abuse reports: investigate, suspend, answer. */
@PortalTest
class AbuseDeskResourceTest {

    private final Cast cast = new Cast();
    private final TestUser operator = AbuseReportsResourceTest.operator();

    @Test
    void the_operator_sees_the_case_and_the_image_with_its_hash() {
        UUID image = cast.pending("suspect");
        String number = number(AbuseReportsResourceTest.report(cast.consumer, image, "malicious", "It mines coins."));
        operator.opens("/DFW/abuse-reports")
                .is(200)
                .says(number, "suspect", cast.producer.account, cast.consumer.account);
        HtmlPage shown =
                operator.opens("/DFW/abuse-reports").follows("Case " + number).is(200);
        shown.says("It mines coins.", "malicious", image.toString(), "qcow2", "256 KiB");
        assertFalse(shown.texts(".hash").isEmpty());
    }

    @Test
    void taken_out_of_use_it_serves_nobody_until_the_provider_puts_it_back() {
        UUID image = cast.image(cast.producer, "dangerous", Cast.uniqueDiskFile());
        cast.offers(image, cast.consumer.account);
        cast.consumer.posts("/DFW/invitations/" + image + "/acceptance").is(200);
        HtmlPage report = AbuseReportsResourceTest.report(cast.consumer, image, "malicious", "x");
        HtmlPage shown =
                desk(report).presses("Suspend", "why", "It carries a miner.").is(200);
        shown.says("Suspended Reason: It carries a miner.", "suspended the image");
        cast.producer.opens("/DFW/images/" + image).says("The provider suspended this image.", "It carries a miner.");
        cast.producer.opens("/DFW/images/" + image).doesNotSay(cast.consumerObserver.name, number(report));
        cast.consumer.opens("/DFW/images/" + image).says("Suspended", "Reason: It carries a miner.");
        ApiClient.forUser(cast.consumer).get("/v2/images/" + image + "/file").is(403);
        ApiClient.forUser(cast.producer).get("/v2/images/" + image + "/file").is(403);
        ApiClient.forUser(cast.producer)
                .post("/v2/images/" + image + "/actions/reactivate", "")
                .is(403);
        cast.consumer.opens("/DFW/exports/new?image=" + image).is(403);
        operator.opens(shown.path()).presses("Lift suspension").is(200).says("lifted the suspension");
        ApiClient.forUser(cast.producer).get("/v2/images/" + image + "/file").is(200);
        cast.producer.opens("/DFW/images/" + image).doesNotSay("uspended this image", "status-suspended\">Suspended");
    }

    @Test
    void the_reporter_is_told_the_outcome_and_a_closed_case_stays_closed() {
        UUID image = cast.pending("answered");
        HtmlPage report = AbuseReportsResourceTest.report(cast.consumer, image, "error", "Not ours.");
        HtmlPage closed = desk(report)
                .presses("Close case", "answer", "The owner made a mistake.")
                .is(200);
        closed.says("closed", "closed the case");
        assertFalse(closed.hasAction("Close case"));
        cast.consumer.opens(report.path()).says("The provider's answer", "The owner made a mistake.");
        operator.posts(closed.path() + "/closure", "answer", "again").is(409).says("already closed");
        operator.posts(closed.path() + "/suspension", "why", "late").is(409);
        operator.opens("/DFW/abuse-reports").doesNotSay(number(report));
        operator.opens("/DFW/abuse-reports?closed=true").says(number(report));
        assertFalse(
                report.path()
                        .equals(AbuseReportsResourceTest.report(cast.consumer, image, "error", "New.")
                                .path()),
                "a new case");
    }

    @Test
    void a_case_outlives_its_image() {
        UUID image = cast.pending("vanishing");
        HtmlPage report = AbuseReportsResourceTest.report(cast.consumer, image, "malicious", "x");
        cast.producer
                .posts("/DFW/images/" + image + "/deletion", "name", "vanishing")
                .is(200);
        HtmlPage shown = desk(report).says("vanishing", "The image has been deleted.");
        assertFalse(shown.hasAction("Suspend"));
        operator.posts(shown.path() + "/suspension", "why", "x").is(404);
        shown.presses("Close case", "answer", "It is gone.").is(200);
    }

    @Test
    void nobody_else_finds_the_desk_and_the_operator_nothing_else() {
        UUID image = cast.pending("private matter");
        HtmlPage report = AbuseReportsResourceTest.report(cast.consumer, image, "error", "x");
        String desk = "/DFW/abuse-reports/" + id(report);
        for (TestUser other : List.of(cast.producer, cast.consumer, cast.stranger, cast.provider, cast.observer)) {
            other.opens("/DFW/abuse-reports").is(404);
            other.opens(desk).is(404);
            other.posts(desk + "/suspension", "why", "x").is(404);
            other.posts(desk + "/reinstatement").is(404);
            other.posts(desk + "/closure", "answer", "x").is(404);
            other.opens("/DFW/images").doesNotSay("/DFW/abuse-reports");
        }
        operator.opens("/DFW/images/" + image).is(404);
        operator.opens("/DFW/images").is(200).doesNotSay("private matter");
        operator.posts("/DFW/images/" + image + "/deletion", "name", "private matter")
                .is(404);
        assertEquals(
                404,
                Cast.newUser("Far", "900000", dev.handshake.account.Role.OPERATOR)
                        .withClaim("regions", List.of("ORD"))
                        .opens(desk)
                        .status());
        operator.opens(desk.replace("DFW", "ORD")).is(404);
    }

    @Test
    void something_has_to_be_said_and_markup_stays_text() {
        HtmlPage report =
                AbuseReportsResourceTest.report(cast.consumer, cast.pending("<i>it</i>"), "error", "<b>x</b>");
        HtmlPage shown = desk(report).says("<i>it</i>", "<b>x</b>").doesNotSay("<i>it", "<b>x");
        operator.posts(shown.path() + "/suspension").is(422);
        operator.posts(shown.path() + "/suspension", "why", "w".repeat(1_001)).is(422);
        operator.posts(shown.path() + "/closure", "answer", " ").is(422);
        operator.posts(shown.path() + "/reinstatement").is(200);
        operator.opens("/DFW/abuse-reports/none").is(404);
        operator.opens("/DFW/abuse-reports?marker=x").is(400);
    }

    @Test
    void the_pages_cost_a_fixed_number_of_queries() {
        HtmlPage report = AbuseReportsResourceTest.report(cast.consumer, cast.pending("counted"), "error", "x");
        operator.opens("/account");
        for (int each = 0; each < 3; each++) {
            AbuseReportsResourceTest.report(cast.consumer, cast.pending("counted " + each), "error", "x");
            assertEquals(2, queries(operator, "/DFW/abuse-reports"));
            assertEquals(2, queries(cast.consumer, "/DFW/reports"));
        }
        assertEquals(2, queries(cast.consumer, report.path()));
        assertEquals(8, queries(operator, "/DFW/abuse-reports/" + id(report)));
    }

    private long queries(TestUser testUser, String path) {
        return QueryCounter.count(() -> testUser.opens(path).is(200));
    }

    private HtmlPage desk(HtmlPage report) {
        return operator.opens("/DFW/abuse-reports/" + id(report)).is(200);
    }

    private static String id(HtmlPage report) {
        return report.path().replaceAll(".*/", "");
    }

    private static String number(HtmlPage report) {
        return report.element("h1").text().replace("Case ", "");
    }
}
