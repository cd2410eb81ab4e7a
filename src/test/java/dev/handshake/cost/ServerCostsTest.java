package dev.handshake.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whoever starts servers from a shared image pays for them; a small server costs 0.032 per hour. */
@PortalTest
class ServerCostsTest {

    private static final String NEW_YEAR = "2020-01-01T00:00:00Z";
    private static final String JANUARY = "/DFW/costs?month=2020-01";

    private final Cast cast = new Cast();

    @Test
    void a_consumer_that_starts_a_server_pays_the_normal_price_of_servers_and_the_producer_nothing_for_it() {
        UUID server = cast.server(cast.consumer, cast.accepted("golden"), "web-1");
        UsageBackdating.backdate(server, NEW_YEAR, 0);
        cast.consumer
                .opens(JANUARY)
                .is(200)
                .says("January 2020 23.81 USD", "web-1 small since 1 Jan 2020 0.032 744.00 23.81");
        cast.producer.opens(JANUARY).is(200).doesNotSay("web-1");
    }

    @Test
    void a_consumer_that_takes_an_image_of_that_server_pays_the_normal_price_of_storage() {
        UUID image = cast.accepted("golden");
        UUID server = cast.server(cast.consumer, image, "web-1");
        UUID snapshot = Cast.idOf(cast.consumer.opens("/DFW/servers/" + server).presses("Take snapshot"));
        UsageBackdating.backdate(snapshot, NEW_YEAR, 10 * UsageBackdating.GIB);
        cast.consumer.opens(JANUARY).is(200).says("January 2020 3720.00 USD", "web-1 snapshot snapshot 10 GiB");
        cast.producer.opens(JANUARY).is(200).says("No usage");
    }

    @Test
    void a_stopped_server_costs_as_one_that_runs_and_a_deleted_one_no_more() {
        UUID server = cast.server(cast.producer, cast.image("own"), "web-2");
        cast.producer.posts("/DFW/servers/" + server + "/stop").is(200);
        assertEquals(1, UsageBackdating.list(server).size());
        cast.producer.posts("/DFW/servers/" + server + "/start").is(200);
        cast.producer.posts("/DFW/servers/" + server + "/deletion").is(200);
        cast.producer.posts("/DFW/servers/" + server + "/deletion").is(200);
        assertEquals(1, UsageBackdating.list(server).size());
        UsageBackdating.backdate(server, NEW_YEAR, 0);
        UsageBackdating.backdateEnd(server, "2020-01-02T01:00:00Z");
        cast.producer.opens(JANUARY).is(200).says("web-2 small 1 Jan 2020 to 2 Jan 2020 0.032 25.00 0.80");
        cast.producer.opens("/DFW/costs?month=2020-02").doesNotSay("web-2");
    }

    @Test
    void a_server_outlives_the_share_and_is_paid_for_by_the_consumer_all_the_same() {
        UUID image = cast.accepted("taken-back");
        UUID server = cast.server(cast.consumer, image, "web-3");
        UsageBackdating.backdate(server, NEW_YEAR, 0);
        cast.producer
                .posts("/DFW/images/" + image + "/offers/" + cast.consumer.account + "/removal")
                .is(200);
        cast.consumer.opens("/DFW/costs").is(200).says("web-3");
        cast.producer.opens("/DFW/costs").is(200).doesNotSay("web-3");
    }

    @Test
    void the_days_of_storage_and_servers_stand_apart_and_together() {
        UUID image = cast.image("own");
        UsageBackdating.backdate(image, "2020-01-31T00:00:00Z", UsageBackdating.GIB);
        UsageBackdating.backdate(cast.server(cast.producer, image, "web-4"), "2020-01-31T00:00:00Z", 0);
        List<String> days = cast.producer
                .opens(JANUARY)
                .is(200)
                .says("USD per day (UTC) Storage Servers")
                .texts("details tbody tr");
        assertEquals("30 Jan 2020 – – –", days.get(29));
        assertEquals("31 Jan 2020 12.00 0.77 12.77", days.get(30));
    }

    @Test
    void a_share_says_what_the_cheapest_server_that_holds_it_would_cost() {
        UUID image = cast.accepted("golden");
        cast.consumer.opens("/DFW/costs").says("server from 0.008 USD per hour (tiny)");
        cast.producer
                .posts("/DFW/images/" + image + "/details", "name", "golden", "minDisk", "50")
                .is(200);
        cast.consumer.opens("/DFW/costs").says("server from 0.064 USD per hour (medium)");
        cast.producer
                .posts("/DFW/images/" + image + "/details", "name", "golden", "minDisk", "5000")
                .is(200);
        cast.consumer.opens("/DFW/costs").doesNotSay("server from").says("snapshot of the same size");
    }
}
