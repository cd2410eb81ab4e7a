package dev.handshake.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which accounts are told that something changed. */
@PortalTest
class ChangesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Cast cast = new Cast();

    @Inject
    Clock clock;

    @Test
    void an_offer_is_a_change_for_both_sides_and_nobody_else() throws Exception {
        UUID image = cast.image("offered");
        long before = later();
        cast.offers(image, cast.consumer.account);
        assertChanged(true, cast.producer, "DFW", before);
        assertChanged(true, cast.consumer, "DFW", before);
        assertChanged(true, cast.consumerObserver, "DFW", before);
        assertChanged(false, cast.consumer, "ORD", before);
        assertChanged(false, cast.stranger, "DFW", before);
        assertChanged(false, cast.consumer, "DFW", later());
    }

    @Test
    void a_decision_is_a_change_for_the_owner() throws Exception {
        UUID image = cast.pending("decided");
        long before = later();
        assertChanged(false, cast.producer, "DFW", before);
        cast.consumer.posts("/DFW/invitations/" + image + "/acceptance").is(200);
        assertChanged(true, cast.producer, "DFW", before);
    }

    @Test
    void a_rejection_with_a_report_is_none_for_the_owner() throws Exception {
        UUID image = cast.pending("reported");
        long before = later();
        cast.consumer
                .opens("/DFW/reports/new?image=" + image)
                .presses("Report and reject", "ground", "error", "words", "It sends mail by itself.")
                .is(200);
        assertChanged(true, cast.consumer, "DFW", before);
        assertChanged(false, cast.producer, "DFW", before);
    }

    @Test
    void the_next_question_begins_a_little_before_the_answer() throws Exception {
        JsonNode answer = ask(cast.stranger, "DFW", 0);
        long early = clock.instant().toEpochMilli() - answer.get("now").longValue();
        assertEquals(5, early / 1000, "seconds");
    }

    @Test
    void any_time_has_an_answer() throws Exception {
        assertChanged(true, cast.stranger, "DFW", Long.MIN_VALUE);
        assertChanged(true, cast.stranger, "DFW", 0);
        assertChanged(false, cast.stranger, "DFW", Long.MAX_VALUE);
    }

    @Test
    void what_is_no_time_and_no_region_of_ones_own_is_refused() throws Exception {
        cast.stranger.opens("/DFW/changes?since=yesterday").is(400);
        cast.stranger.opens("/DFW/changes").is(400);
        cast.stranger.opens("/NOWHERE/changes?since=0").is(404);
    }

    @Test
    void a_question_without_a_session_leaves_a_sign_in_in_another_tab_alone() {
        TestUser late = cast.stranger;
        late.opensSignedOut("/account");
        late.send(late.requestTo("/DFW/changes?since=0").header("Sec-Fetch-Mode", "cors"))
                .is(401);
        assertTrue(late.cookies().keySet().stream().anyMatch(each -> each.startsWith("q_auth")));
    }

    /** After the overlap of what was done before. */
    private long later() {
        return clock.instant().toEpochMilli() + 1;
    }

    private static void assertChanged(boolean expected, TestUser user, String region, long since) throws Exception {
        assertEquals(expected, ask(user, region, since).get("changed").booleanValue());
    }

    private static JsonNode ask(TestUser user, String region, long since) throws Exception {
        return JSON.readTree(
                user.opens("/" + region + "/changes?since=" + since).is(200).html());
    }
}
