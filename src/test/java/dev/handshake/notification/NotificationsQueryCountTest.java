package dev.handshake.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.QueryCounter;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Pages take a fixed number of queries, and an offer takes the same whoever is notified. */
@PortalTest
@AlsoOnH2
class NotificationsQueryCountTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);

    @Test
    void the_notices_cost_the_page_their_mails_and_the_head() {
        UUID image = owner.creates("counted");
        owner.offers(image, cast.consumer.account).is(200);
        assertQueryCount(3, "/DFW/notifications");
        for (int each = 0; each < 10; each++) {
            owner.removes(image, cast.consumer.account).is(204);
            owner.offers(image, cast.consumer.account).is(200);
        }
        assertQueryCount(3, "/DFW/notifications");
        assertQueryCount(3, "/DFW/notifications?show=unread");
    }

    @Test
    void the_wishes_cost_the_mutes_the_addresses_and_the_head() {
        assertQueryCount(3, "/DFW/notifications/settings");
    }

    @Test
    void an_offer_costs_the_same_to_a_number_that_nobody_has() {
        MailFixtures.subscribe(cast.consumer, "iris-");
        cast.consumer.posts("/DFW/notifications/mutes", "number", "4711").is(200);
        assertEquals(offer(Cast.newAccountNumber()), offer(cast.consumer.account));
    }

    private long offer(String account) {
        return QueryCounter.count(
                () -> owner.offers(owner.creates("offered"), account).is(200));
    }

    private void assertQueryCount(int queries, String path) {
        cast.consumer.opens("/account");
        assertEquals(queries, QueryCounter.count(() -> cast.consumer.opens(path).is(200)), path);
    }
}
