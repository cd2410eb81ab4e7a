package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each request gets the number of rows it asked for, regardless of earlier requests, on both databases. */
@PortalTest
@AlsoOnH2
class ListLimitTest {

    private static final int ROWS = 24;

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);

    @Test
    void the_image_list_and_the_choice_of_an_image_lose_no_row() {
        for (int each = 0; each < ROWS; each++) {
            owner.creates("row " + each);
        }
        for (String filter : new String[] {"", "&sort=name:asc", "&member_status=all", "&visibility=shared"}) {
            for (int limit : new int[] {1, 1_000, 2, ROWS, 0, 1_000}) {
                String path = "/v2/images?owner=" + cast.producer.account + filter + "&limit=" + limit;
                assertEquals(
                        Math.min(limit, ROWS),
                        owner.get(path).is(200).json().path("images").size(),
                        path);
            }
        }
        owner.get("/v2/images?limit=1").is(200);
        HtmlPage page = cast.producer.opens("/DFW/images?show=own").is(200);
        assertEquals(ROWS, page.texts("#images > tr").size());
    }

    @Test
    void the_server_list_loses_no_row() {
        UUID image = cast.image("origin");
        for (int each = 0; each < ROWS; each++) {
            ApiClient.idOf(owner.post(
                    "/v2/servers", "{\"name\":\"s" + each + "\",\"image\":\"" + image + "\",\"flavor\":\"small\"}"));
        }
        for (int limit : new int[] {1, 1_000, 2, ROWS, 1_000}) {
            assertEquals(
                    Math.min(limit, ROWS),
                    owner.get("/v2/servers?limit=" + limit)
                            .is(200)
                            .json()
                            .path("servers")
                            .size());
        }
        owner.get("/v2/servers?limit=1").is(200);
        assertEquals(
                ROWS,
                cast.producer
                        .opens("/DFW/servers")
                        .is(200)
                        .texts(".row-head h2")
                        .size());
    }
}
