package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Cast;
import dev.handshake.Page;
import dev.handshake.PortalTest;
import dev.handshake.Script;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reminders by scripts, under the same rule. */
@PortalTest
class RemindersApiTest {

    private final Cast cast = new Cast();
    private final Script owner = Script.of(cast.producer);
    private final String c1 = cast.consumer.account;

    @Test
    void a_script_reminds_and_hears_when_it_can_again() {
        UUID image = owner.creates("scripted");
        owner.offers(image, c1).is(200);
        String body = owner.post(path(image), "").is(200).text();
        String time = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";
        assertTrue(
                body.matches("\\{\"image_id\":\"" + image + "\",\"member_id\":\"" + c1
                        + "\",\"reminders\":1,\"again_at\":\"" + time + "\"\\}"),
                body);
        cast.consumer.opens("/DFW/invitations").says("reminded just now");
    }

    @Test
    void both_doors_refuse_by_the_same_sentence() {
        UUID image = owner.creates("refused");
        owner.offers(image, c1).is(200);
        cast.producer.posts(form(image)).is(200);
        assertSameRefusal(cast.producer.posts(form(image)), owner.post(path(image), ""));
        Script.of(cast.consumer).decides(image, c1, "accepted").is(200);
        assertSameRefusal(cast.producer.posts(form(image)), owner.post(path(image), ""));
        assertSameRefusal(
                cast.observer.posts(form(image)), Script.of(cast.observer).post(path(image), ""));
        assertSameRefusal(
                cast.consumer.posts(form(image)), Script.of(cast.consumer).post(path(image), ""));
        assertSameRefusal(
                cast.stranger.posts(form(image)), Script.of(cast.stranger).post(path(image), ""));
        new Script().post(path(image), "").is(401);
        owner.get(path(image)).is(405);
    }

    private static void assertSameRefusal(Page page, Script.Answer answer) {
        assertEquals(page.status(), answer.status());
        String sentence = page.first("main p").text();
        assertTrue(answer.text().contains(sentence), sentence + " / " + answer.text());
    }

    private String form(UUID image) {
        return "/DFW/images/" + image + "/offers/" + c1 + "/reminders";
    }

    private String path(UUID image) {
        return "/v2/images/" + image + "/members/" + c1 + "/reminders";
    }
}
