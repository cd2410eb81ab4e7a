package dev.handshake.abuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Cast;
import dev.handshake.Page;
import dev.handshake.Person;
import dev.handshake.PortalTest;
import dev.handshake.Queries;
import dev.handshake.Script;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The operator's desk: a case is looked into, acted on, and answered. */
@PortalTest
class AbuseDeskResourceTest {

    private final Cast cast = new Cast();
    private final Person operator = AbuseReportsResourceTest.operator();

    @Test
    void the_operator_sees_the_case_and_the_image_with_its_hash() {
        UUID image = cast.pending("suspect");
        String number = number(AbuseReportsResourceTest.report(cast.consumer, image, "malicious", "It mines coins."));
        operator.opens("/DFW/desk").is(200).says(number, "suspect", cast.producer.account, cast.consumer.account);
        Page shown = operator.opens("/DFW/desk").follows("Case " + number).is(200);
        shown.says("It mines coins.", "malicious", image.toString(), "qcow2", "256 KiB");
        assertFalse(shown.texts(".hash").isEmpty());
    }

    @Test
    void taken_out_of_use_it_serves_nobody_until_the_provider_puts_it_back() {
        UUID image = cast.image(cast.producer, "dangerous", Cast.unlike());
        cast.offers(image, cast.consumer.account);
        cast.consumer.posts("/DFW/invitations/" + image + "/acceptance").is(200);
        Page report = AbuseReportsResourceTest.report(cast.consumer, image, "malicious", "x");
        Page shown = desk(report)
                .presses("Take it out of use", "why", "It carries a miner.")
                .is(200);
        shown.says("Out of use: It carries a miner.", "took the image out of use");
        cast.producer.opens("/DFW/images/" + image).says("The provider suspended this image.", "It carries a miner.");
        cast.producer.opens("/DFW/images/" + image).saysNothingOf(cast.consumersObserver.name, number(report));
        cast.consumer.opens("/DFW/images/" + image).says("Suspended").saysNothingOf("It carries a miner.");
        Script.of(cast.consumer).get("/v2/images/" + image + "/file").is(403);
        Script.of(cast.producer).get("/v2/images/" + image + "/file").is(403);
        Script.of(cast.producer)
                .post("/v2/images/" + image + "/actions/reactivate", "")
                .is(403);
        cast.consumer.opens("/DFW/exports/new?image=" + image).is(403);
        operator.opens(shown.path()).presses("Put it back into use").is(200).says("put the image back into use");
        Script.of(cast.producer).get("/v2/images/" + image + "/file").is(200);
        cast.producer
                .opens("/DFW/images/" + image)
                .saysNothingOf("uspended this image", "status-suspended\">Suspended");
    }

    @Test
    void the_reporter_is_told_the_outcome_and_a_closed_case_stays_closed() {
        UUID image = cast.pending("answered");
        Page report = AbuseReportsResourceTest.report(cast.consumer, image, "error", "Not ours.");
        Page closed = desk(report)
                .presses("Answer and close", "answer", "The owner made a mistake.")
                .is(200);
        closed.says("closed", "closed the case");
        assertFalse(closed.offers("Answer and close"));
        cast.consumer.opens(report.path()).says("The provider's answer", "The owner made a mistake.");
        operator.posts(closed.path() + "/closure", "answer", "again").is(409).says("closed already");
        operator.posts(closed.path() + "/deactivation", "why", "late").is(409);
        operator.opens("/DFW/desk").saysNothingOf(number(report));
        operator.opens("/DFW/desk?closed=true").says(number(report));
        assertFalse(
                report.path()
                        .equals(AbuseReportsResourceTest.report(cast.consumer, image, "error", "New.")
                                .path()),
                "a new case");
    }

    @Test
    void a_case_outlives_its_image() {
        UUID image = cast.pending("vanishing");
        Page report = AbuseReportsResourceTest.report(cast.consumer, image, "malicious", "x");
        cast.producer
                .posts("/DFW/images/" + image + "/deletion", "name", "vanishing")
                .is(200);
        Page shown = desk(report).says("vanishing", "It is deleted.");
        assertFalse(shown.offers("Take it out of use"));
        operator.posts(shown.path() + "/deactivation", "why", "x").is(404);
        shown.presses("Answer and close", "answer", "It is gone.").is(200);
    }

    @Test
    void nobody_else_finds_the_desk_and_the_operator_nothing_else() {
        UUID image = cast.pending("private matter");
        Page report = AbuseReportsResourceTest.report(cast.consumer, image, "error", "x");
        String desk = "/DFW/desk/" + id(report);
        for (Person other : List.of(cast.producer, cast.consumer, cast.stranger, cast.provider, cast.observer)) {
            other.opens("/DFW/desk").is(404);
            other.opens(desk).is(404);
            other.posts(desk + "/deactivation", "why", "x").is(404);
            other.posts(desk + "/reinstatement").is(404);
            other.posts(desk + "/closure", "answer", "x").is(404);
            other.opens("/DFW/images").saysNothingOf("/DFW/desk");
        }
        operator.opens("/DFW/images/" + image).is(404);
        operator.opens("/DFW/images").is(200).saysNothingOf("private matter");
        operator.posts("/DFW/images/" + image + "/deletion", "name", "private matter")
                .is(404);
        assertEquals(
                404,
                Cast.person("Far", "900000", dev.handshake.account.Role.OPERATOR)
                        .claiming("regions", List.of("ORD"))
                        .opens(desk)
                        .status());
        operator.opens(desk.replace("DFW", "ORD")).is(404);
    }

    @Test
    void something_has_to_be_said_and_markup_stays_text() {
        Page report = AbuseReportsResourceTest.report(cast.consumer, cast.pending("<i>it</i>"), "error", "<b>x</b>");
        Page shown = desk(report).says("<i>it</i>", "<b>x</b>").saysNothingOf("<i>it", "<b>x");
        operator.posts(shown.path() + "/deactivation").is(422);
        operator.posts(shown.path() + "/deactivation", "why", "w".repeat(1_001)).is(422);
        operator.posts(shown.path() + "/closure", "answer", " ").is(422);
        operator.posts(shown.path() + "/reinstatement").is(200);
        operator.opens("/DFW/desk/none").is(404);
        operator.opens("/DFW/desk?marker=x").is(400);
    }

    @Test
    void the_pages_cost_a_fixed_number_of_queries() {
        Page report = AbuseReportsResourceTest.report(cast.consumer, cast.pending("counted"), "error", "x");
        operator.opens("/account");
        for (int each = 0; each < 3; each++) {
            AbuseReportsResourceTest.report(cast.consumer, cast.pending("counted " + each), "error", "x");
            assertEquals(2, queries(operator, "/DFW/desk"));
            assertEquals(2, queries(cast.consumer, "/DFW/cases"));
        }
        assertEquals(2, queries(cast.consumer, report.path()));
        assertTrue(queries(operator, "/DFW/desk/" + id(report)) <= 5);
    }

    private long queries(Person person, String path) {
        return Queries.of(() -> person.opens(path).is(200));
    }

    private Page desk(Page report) {
        return operator.opens("/DFW/desk/" + id(report)).is(200);
    }

    private static String id(Page report) {
        return report.path().replaceAll(".*/", "");
    }

    private static String number(Page report) {
        return report.first("h1").text().replace("Case ", "");
    }
}
