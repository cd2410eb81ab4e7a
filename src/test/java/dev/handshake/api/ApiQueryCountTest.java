package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.QueryCounter;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** API calls take a fixed number of queries, regardless of the amount of data. */
@PortalTest
@AlsoOnH2
class ApiQueryCountTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);

    @Test
    void a_list_an_image_and_its_members_cost_a_fixed_number_of_queries() {
        UUID image = cast.accepted("one");
        owner.patch(image, "[{\"op\":\"add\",\"path\":\"/own\",\"value\":\"x\"}]");
        assertQueryCount(owner, 4, "/v2/images?limit=1000");
        assertQueryCount(owner, 5, "/v2/images?limit=1000&marker=" + image);
        assertFixedQueryCount(image);
        for (int each = 0; each < 30; each++) {
            UUID more = ApiClient.idOf(owner.post("/v2/images", "{\"name\":\"more\",\"tags\":[\"a\"],\"own\":\"x\"}"));
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
        assertQueryCount(owner, 2, "/v2/offers?status=pending"); // the overridden statuses are a second query
    }

    private void assertQueryCount(ApiClient who, int queries, String path) {
        assertEquals(queries, QueryCounter.count(() -> who.get(path).is(200)), path);
    }
}
