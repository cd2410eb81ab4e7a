package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reminders through the API, under the same rules as on pages. */
@PortalTest
@AlsoAtGlance
class RemindersApiTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final String c1 = cast.consumer.account;

    @Test
    void a_script_reminds_and_hears_when_it_can_again() {
        UUID image = cast.image("scripted");
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
        UUID image = cast.image("refused");
        owner.offers(image, c1).is(200);
        cast.producer.posts(form(image)).is(200);
        assertSameRefusal(cast.producer.posts(form(image)), owner.post(path(image), ""));
        ApiClient.forUser(cast.consumer).decides(image, c1, "accepted").is(200);
        assertSameRefusal(cast.producer.posts(form(image)), owner.post(path(image), ""));
        assertSameRefusal(
                cast.observer.posts(form(image)),
                ApiClient.forUser(cast.observer).post(path(image), ""));
        assertSameRefusal(
                cast.consumer.posts(form(image)),
                ApiClient.forUser(cast.consumer).post(path(image), ""));
        assertSameRefusal(
                cast.stranger.posts(form(image)),
                ApiClient.forUser(cast.stranger).post(path(image), ""));
        new ApiClient().post(path(image), "").is(401);
        owner.get(path(image)).is(405);
    }

    private static void assertSameRefusal(HtmlPage page, ApiClient.ApiResponse apiResponse) {
        assertEquals(page.status(), apiResponse.status());
        String sentence = page.element("main p").text();
        assertTrue(apiResponse.text().contains(sentence), sentence + " / " + apiResponse.text());
    }

    private String form(UUID image) {
        return "/DFW/images/" + image + "/offers/" + c1 + "/reminders";
    }

    private String path(UUID image) {
        return "/v2/images/" + image + "/members/" + c1 + "/reminders";
    }
}
