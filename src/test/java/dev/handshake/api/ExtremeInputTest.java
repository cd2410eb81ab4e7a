package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.FakeMirror;
import dev.handshake.testing.PortalTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Lengths, times and control characters beyond what can be stored are refused, and none causes an error. */
@PortalTest
@AlsoOnH2
class ExtremeInputTest {

    private static final String CONTROLS = "\\u0001".repeat(20_000);

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);

    @Test
    void a_long_path_of_a_patch_is_refused() {
        UUID image = owner.creates("patched");
        for (int length : List.of(1_025, 20_000, 60_000)) {
            for (String path : List.of("/" + "x".repeat(length), "/" + "~1".repeat(length / 2), "x".repeat(length))) {
                owner.patch(image, step("add", path)).is(400);
                owner.patch(image, step("replace", path)).is(400);
            }
        }
        owner.patch(image, step("add", "/" + "x".repeat(500_000))).is(413);
        for (String path : List.of("", "/", "//", "/a/b", "a", "/a~", "/~2", "/~~01")) {
            owner.patch(image, step("add", path)).is(400);
        }
        owner.patch(image, step("add", "/" + "~1".repeat(255))).is(200);
        assertTrue(owner.get("/v2/images/" + image).json().has("/".repeat(255)));
    }

    @Test
    void an_old_patch_with_two_verbs_is_refused() {
        UUID image = owner.creates("once");
        String both = "[{\"add\":\"/zone\",\"replace\":\"/name\",\"value\":\"other\"}]";
        String type = "application/openstack-images-v2.0-json-patch";
        owner.send("PATCH", "/v2/images/" + image, BodyPublishers.ofString(both), "Content-Type", type)
                .is(400);
        assertEquals(
                "once", owner.get("/v2/images/" + image).json().path("name").asText());
    }

    private static String step(String verb, String path) {
        return "[{\"op\":\"" + verb + "\",\"path\":\"" + path + "\",\"value\":\"x\"}]";
    }

    @Test
    void control_characters_without_end_are_no_address_at_both_doors() {
        UUID image = owner.creates("fetching");
        String address = FakeMirror.urlOf("/raw/512");
        owner.post(
                        "/v2/images/" + image + "/import",
                        "{\"method\":{\"name\":\"web-download\",\"uri\":\"" + address + CONTROLS + "\"}}")
                .is(400);
        assertEquals(
                "queued", owner.get("/v2/images/" + image).json().path("status").asText());
        int form = cast.producer
                .posts("/DFW/imports", "address", address + "\u0001".repeat(20_000), "name", "x")
                .status();
        assertTrue(form == 400 || form == 422, "" + form);
    }

    @Test
    void a_marker_of_a_time_that_no_row_has_is_unknown() {
        for (long micros :
                List.of(-210_866_803_200_000_001L, -300_000_000_000_000_000L, Long.MIN_VALUE, Long.MAX_VALUE)) {
            String marker = micros + "." + UUID.randomUUID();
            for (String list : List.of("offers", "servers", "tasks")) {
                owner.get("/v2/" + list + "?marker=" + marker).is(400);
            }
            for (String page : List.of("history", "servers", "offers", "imports")) {
                cast.producer.opens("/DFW/" + page + "?marker=" + marker).is(400);
            }
        }
        owner.get("/v2/tasks?marker=0." + UUID.randomUUID()).is(200);
    }
}
