package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A page may be loaded before it is asked for: that changes nothing, and takes nothing from the page to come. */
@PortalTest
class PrefetchTest {

    private final Cast cast = new Cast();

    @Test
    void pages_name_the_rules_and_other_answers_do_not() {
        for (String page : List.of("/DFW/images", "/nowhere", "/DFW/images?marker=x")) {
            assertEquals("\"/speculation-rules\"", cast.producer.opens(page).header("Speculation-Rules"), page);
        }
        assertNull(cast.producer.opens("/DFW/offers.csv").header("Speculation-Rules"));
        assertNull(cast.producer.opens("/DFW/changes?since=0").header("Speculation-Rules"));
    }

    @Test
    void the_rules_are_json_of_their_own_type_and_may_be_kept() throws Exception {
        ApiClient.ApiResponse rules = new ApiClient().get("/speculation-rules").is(200);
        assertEquals(
                "application/speculationrules+json",
                rules.header("Content-Type").split(";")[0]);
        assertEquals("public, max-age=600", rules.header("Cache-Control"));
        JsonNode prefetch =
                new ObjectMapper().readTree(rules.text()).get("prefetch").get(0);
        assertEquals("moderate", prefetch.get("eagerness").textValue());
    }

    @Test
    void a_page_loaded_ahead_or_in_the_background_leaves_the_message_to_the_next() throws IOException {
        UUID image = cast.pending("told");
        String label = "/DFW/images/" + image + "/offers/" + cast.consumer.account + "/label";
        for (String[] header : List.of(
                new String[] {"Sec-Purpose", "prefetch;prerender"},
                new String[] {"Sec-Purpose", "prefetch"},
                new String[] {"X-Requested-With", "fetch"})) {
            cast.producer
                    .formPost(label, "label", "Berlin")
                    .followRedirects(false)
                    .execute();
            HtmlPage ahead =
                    cast.producer.send(cast.producer.requestTo("/DFW/offers").header(header[0], header[1]));
            assertEquals(List.of(), ahead.texts(".note-done"), header[1]);
            assertEquals(
                    1, cast.producer.opens("/DFW/offers").texts(".note-done").size(), header[1]);
        }
    }
}
