package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.Cast;
import dev.handshake.PortalTest;
import dev.handshake.Queries;
import dev.handshake.Script;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Calls of the API cost a fixed number of queries, however much there is. */
@PortalTest
class ApiQueryCountTest {

    private final Cast cast = new Cast();
    private final Script owner = Script.of(cast.producer);
    private final Script consumer = Script.of(cast.consumer);

    @Test
    void a_list_an_image_and_its_members_cost_a_fixed_number_of_queries() {
        UUID image = cast.accepted("one");
        owner.patch(image, "[{\"op\":\"add\",\"path\":\"/own\",\"value\":\"x\"}]");
        assertQueryCount(owner, 4, "/v2/images?limit=1000");
        assertQueryCount(owner, 5, "/v2/images?limit=1000&marker=" + image);
        assertFixedQueryCount(image);
        for (int each = 0; each < 30; each++) {
            UUID more = Script.id(owner.post("/v2/images", "{\"name\":\"more\",\"tags\":[\"a\"],\"own\":\"x\"}"));
            owner.offers(more, cast.consumer.account).is(200);
            owner.offers(image, "30" + each).is(200);
        }
        assertQueryCount(owner, 4, "/v2/images?limit=1000&sort=status,name:asc&tag=a&own=x");
        assertFixedQueryCount(image);
    }

    private void assertFixedQueryCount(UUID image) {
        assertQueryCount(consumer, 4, "/v2/images?limit=1000&member_status=all");
        assertQueryCount(owner, 3, "/v2/images/" + image);
        assertQueryCount(consumer, 4, "/v2/images/" + image);
        assertQueryCount(owner, 2, "/v2/images/" + image + "/members");
        assertQueryCount(owner, 2, "/v2/images/" + image + "/members/" + cast.consumer.account);
        assertQueryCount(consumer, 2, "/v2/images/" + image + "/members");
        assertQueryCount(owner, 1, "/v2/offers?limit=1000");
        assertQueryCount(owner, 2, "/v2/offers?status=pending"); // those told otherwise are asked apart
    }

    private void assertQueryCount(Script who, int queries, String path) {
        assertEquals(queries, Queries.of(() -> who.get(path).is(200)), path);
    }
}
