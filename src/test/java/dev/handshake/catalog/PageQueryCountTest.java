package dev.handshake.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.QueryCounter;
import dev.handshake.testing.TestUser;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A page takes a fixed number of queries, regardless of the number of rows; each count says what the queries are for.
 */
@PortalTest
@AlsoOnH2
class PageQueryCountTest {

    private final Cast cast = new Cast();

    @Test
    void the_image_list_costs_the_images_their_members_running_imports_and_the_head() {
        cast.pending("one");
        assertQueryCount(4, cast.producer, "/DFW/images?show=own");
        addImages();
        assertQueryCount(4, cast.producer, "/DFW/images?show=own");
        // the marker and the total instead of the imports
        assertQueryCount(5, cast.producer, "/DFW/images?show=own&marker=" + cast.image("marked"));
    }

    @Test
    void an_image_page_costs_its_owner_the_image_counts_members_labels_reminders_servers_and_the_head() {
        UUID image = cast.pending("one");
        assertQueryCount(7, cast.producer, "/DFW/images/" + image);
        cast.offers(image, manyImages());
        assertQueryCount(7, cast.producer, "/DFW/images/" + image);
        assertQueryCount(7, cast.producer, "/DFW/images/" + image + "?status=pending&q=1");
        assertQueryCount(4, cast.producer, "/DFW/images/" + cast.image("unshared")); // image, counts, servers, head
    }

    @Test
    void an_image_page_costs_a_consumer_the_image_its_membership_tags_owner_and_the_head() {
        UUID image = cast.pending("one");
        assertQueryCount(5, cast.consumer, "/DFW/images/" + image);
        assertQueryCount(4, cast.consumer, "/DFW/images/" + image + "/details");
        assertQueryCount(4, cast.consumer, "/DFW/images/" + image + "/history");
        assertQueryCount(3, cast.producer, "/DFW/images/" + image + "/details");
        assertQueryCount(3, cast.producer, "/DFW/images/" + image + "/history");
    }

    @Test
    void the_invitations_cost_the_page_the_owners_with_reminders_the_tabs_and_the_head() {
        cast.pending("one");
        assertQueryCount(4, cast.consumer, "/DFW/invitations");
        for (int each = 0; each < 10; each++) {
            cast.pending("more-" + each);
        }
        assertQueryCount(4, cast.consumer, "/DFW/invitations");
        assertQueryCount(3, cast.consumer, "/DFW/invitations?status=rejected"); // no rows, so no owners
    }

    @Test
    void the_offers_cost_the_page_the_labels_the_reminders_the_tabs_and_the_head() {
        cast.pending("one");
        assertQueryCount(5, cast.producer, "/DFW/offers");
        addImages();
        assertQueryCount(5, cast.producer, "/DFW/offers");
        assertQueryCount(5, cast.producer, "/DFW/offers?account=1&from=2020-01-01");
        assertQueryCount(6, cast.producer, "/DFW/offers?status=pending"); // the overridden statuses are a second query
    }

    @Test
    void the_history_costs_the_page_and_the_head() {
        cast.pending("one");
        assertQueryCount(3, cast.producer, "/DFW/history");
        addImages();
        assertQueryCount(3, cast.producer, "/DFW/history");
        assertQueryCount(3, cast.producer, "/DFW/history?status=offered&account=1&from=2020-01-01");
    }

    @Test
    void the_offer_form_costs_the_images_the_labels_the_recent_recipients_and_the_head() {
        UUID image = cast.pending("one");
        assertQueryCount(4, cast.producer, "/DFW/offer-batches?image=" + image);
        addImages();
        assertQueryCount(4, cast.producer, "/DFW/offer-batches?image=" + image);
    }

    @Test
    void the_review_costs_the_images_the_members_the_labels_and_the_head() {
        UUID image = cast.image("one");
        var form = cast.producer.opens("/DFW/offer-batches?image=" + image);
        assertEquals(4, queries(() -> form.presses("Review", "numbers", "1").is(200)));
        assertEquals(
                4,
                queries(() -> form.presses("Review", "numbers", String.join(" ", manyImages()))
                        .is(200)));
    }

    private void addImages() {
        for (int each = 0; each < 5; each++) {
            cast.offers(cast.image("filled-" + each), manyImages());
        }
    }

    private static String[] manyImages() {
        return IntStream.range(1, 40).mapToObj(String::valueOf).toArray(String[]::new);
    }

    private void assertQueryCount(int queries, TestUser reader, String path) {
        reader.opens("/account");
        assertEquals(queries, queries(() -> reader.opens(path).is(200)), path);
    }

    private long queries(Runnable request) {
        return QueryCounter.count(request);
    }
}
