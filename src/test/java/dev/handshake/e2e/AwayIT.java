package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Script;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people read while something that the portal needs is away, and how soon that is over. */
class AwayIT {

    @Test
    void without_the_database_both_doors_ask_to_come_back_and_work_once_it_has() throws Exception {
        try (Site site = new Site(Map.of());
                PackagedPortal portal = site.portal()) {
            Visitor nora = new Visitor(portal.at("/"), "100200");
            Script script = new Script(site.token("100200"));
            String images = portal.at("/DFW/v2/images").toString();
            assertEquals(200, nora.signsIn("/DFW/images").status());
            Script.id(script.post(images, "{}"));
            site.database().stop();
            for (int times = 0; times < 3; times++) {
                isAway(nora.opens("/DFW/images"), "The database does not answer");
                Script.Answer fault = script.get(images).is(503);
                assertTrue(fault.json().path("message").asText().startsWith("The database does not answer"));
                assertEquals("5", fault.header("Retry-After"));
            }
            site.database().start();
            assertEquals(200, nora.opens("/DFW/images").status());
            assertEquals(1, script.get(images).is(200).json().path("images").size());
        }
    }

    private static void isAway(Visitor.Answer answer, String sentence) {
        assertEquals(503, answer.status(), answer.body());
        assertTrue(answer.page().text().contains(sentence), answer.body());
        assertEquals("5", answer.retryAfter());
    }

    @Test
    void without_the_provider_who_is_signed_in_goes_on_and_nobody_else_comes_in() throws Exception {
        try (Site site = new Site(Map.of());
                PackagedPortal portal = site.portal()) {
            Visitor nora = new Visitor(portal.at("/"), "100200");
            nora.signsIn("/DFW/images");
            Visitor late = new Visitor(portal.at("/"), "300400");
            site.signsInForSeconds(1, "300400");
            late.signsIn("/DFW/images");
            Visitor onTheWay = new Visitor(portal.at("/"), "500600");
            String state = onTheWay.opens("/DFW/images").address().getQuery().replaceAll(".*state=([^&]*).*", "$1");
            site.provider().shutdown();
            Thread.sleep(1_500);
            assertEquals(200, nora.opens("/DFW/images").status());
            isAway(late.opens("/DFW/images"), "The sign-in provider does not answer");
            isAway(onTheWay.opens("/login/callback?code=1&state=" + state), "The sign-in provider does not answer");
        }
    }

    /** The tests' provider says that its tokens are good for an hour. */
    @Test
    void nobody_is_taken_to_be_signed_in_for_longer_than_the_operator_says() throws Exception {
        try (Site site = new Site(Map.of("HANDSHAKE_SIGN_INS_ID_TOKEN_TTL", "2S"));
                PackagedPortal portal = site.portal()) {
            Visitor nora = new Visitor(portal.at("/"), "100200");
            assertEquals(200, nora.signsIn("/DFW/images").status());
            Thread.sleep(3_500);
            assertEquals(200, nora.opens("/DFW/images").status(), "asked for, and said again");
            assertEquals("/DFW/images", nora.opens("/DFW/images").address().getPath());
            site.provider().shutdown();
            Thread.sleep(3_500);
            isAway(nora.opens("/DFW/images"), "The sign-in provider does not answer");
        }
    }

    @Test
    void a_portal_that_starts_without_the_provider_says_so_to_everybody() throws Exception {
        try (Site site = new Site(Map.of())) {
            Visitor nora;
            URI address;
            try (PackagedPortal portal = site.portal()) {
                address = portal.at("/");
                nora = new Visitor(address, "100200");
                nora.signsIn("/DFW/images");
            }
            String token = site.token("100200");
            site.provider().shutdown();
            try (PackagedPortal portal = site.portal(address)) {
                isAway(nora.opens("/DFW/images"), "The sign-in provider does not answer");
                isAway(new Visitor(address, "300400").opens("/DFW/images"), "The sign-in provider does not answer");
                isAway(nora.opens("/login/callback?code=1&state=2"), "The sign-in provider does not answer");
                new Script(token).get(portal.at("/DFW/v2/images").toString()).is(503);
                assertEquals(200, nora.opens("/signed-out").status());
            }
        }
    }
}
