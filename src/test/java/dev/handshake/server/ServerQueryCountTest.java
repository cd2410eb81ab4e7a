package dev.handshake.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.QueryCounter;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A page takes a fixed number of queries, regardless of the number of rows; each count says what the queries are for.
 */
@PortalTest
@AlsoOnH2
class ServerQueryCountTest {

    private final Cast cast = new Cast();

    @Test
    void the_list_costs_the_servers_what_they_came_from_and_the_head() {
        UUID image = cast.image("one");
        cast.server(cast.producer, image, "first");
        costs(3, "/DFW/servers");
        for (int each = 0; each < 10; each++) {
            cast.server(cast.producer, cast.image("other-" + each), "more");
        }
        costs(3, "/DFW/servers");
        costs(3, "/DFW/servers?status=active");
        assertEquals(
                2,
                queries(() ->
                        ApiClient.forUser(cast.producer).get("/DFW/servers").is(200)));
    }

    @Test
    void the_choice_of_an_image_costs_the_images_and_the_head() {
        cast.image("one");
        costs(2, "/DFW/servers/new");
        for (int each = 0; each < 10; each++) {
            cast.image("other-" + each);
        }
        costs(2, "/DFW/servers/new");
        costs(2, "/DFW/servers/new?q=other");
    }

    @Test
    void the_form_costs_the_image_the_quota_and_the_head() {
        costs(3, "/DFW/servers/new?image=" + cast.image("one"));
    }

    @Test
    void
            a_server_page_costs_the_server_its_data_two_for_its_lineage_the_snapshots_the_history_the_quota_and_the_head() {
        UUID server = cast.server(cast.producer, cast.image("one"), "web");
        costs(8, "/DFW/servers/" + server);
        for (int each = 0; each < 30; each++) {
            cast.producer.posts("/DFW/servers/" + server + (each % 2 == 0 ? "/stop" : "/start"));
        }
        for (int each = 0; each < 3; each++) {
            server = cast.server(cast.producer, snapshot(server), "next");
            snapshot(server);
        }
        costs(8, "/DFW/servers/" + server);
    }

    @Test
    void the_details_of_a_snapshot_cost_two_more_than_another_image_for_its_lineage() {
        UUID image = cast.image("one");
        costs(3, "/DFW/images/" + image + "/details");
        UUID snapshot = snapshot(cast.server(cast.producer, image, "web"));
        costs(5, "/DFW/images/" + snapshot + "/details");
        UUID further = snapshot(cast.server(cast.producer, snapshot, "further"));
        costs(5, "/DFW/images/" + further + "/details");
    }

    private UUID snapshot(UUID server) {
        return Cast.idOf(cast.producer
                .opens("/DFW/servers/" + server)
                .presses("Take snapshot")
                .is(200));
    }

    private void costs(int queries, String path) {
        cast.producer.opens("/account");
        assertEquals(queries, queries(() -> cast.producer.opens(path).is(200)), path);
    }

    private long queries(Runnable request) {
        return QueryCounter.count(request);
    }
}
