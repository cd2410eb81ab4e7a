package dev.handshake.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who pays for a shared image; at 365 per GiB-month, which is 0.5 per GiB-hour. */
@PortalTest
class CostRulesTest {

    private static final String NEW_YEAR = "2020-01-01T00:00:00Z";
    private static final String FEBRUARY = "/DFW/costs?month=2020-02";

    private final Cast cast = new Cast();

    @Test
    void only_the_producer_is_charged_for_storing_the_original_shared_image() {
        UUID image = cast.accepted("golden");
        UsageBackdating.backdate(image, NEW_YEAR, 10 * UsageBackdating.GIB);
        // 10 GiB for the 696 hours of a February in a leap year
        cast.producer
                .opens(FEBRUARY)
                .is(200)
                .says("February 2020 3480.00 USD", "golden import 10 GiB", "696.00 3480.00");
        cast.consumer.opens(FEBRUARY).is(200).says("February 2020 0.00 USD");
    }

    @Test
    void consumers_pay_neither_for_the_sharing_nor_for_using_the_share() {
        UUID image = cast.accepted("golden");
        UsageBackdating.backdate(image, NEW_YEAR, 10 * UsageBackdating.GIB);
        HtmlPage page = cast.consumer.opens(FEBRUARY).is(200);
        page.says(
                "Your account stored no images.",
                "Sharing is free, and so are the images you accepted.",
                "golden 10 GiB since 1 Jan 2020 account " + cast.producer.account);
        page.says("Shared with you Free");
        assertEquals(List.of(), page.texts("td[data-title=Cost]"));
    }

    @Test
    void a_share_says_what_would_cost() {
        UsageBackdating.backdate(cast.accepted("golden"), NEW_YEAR, 10 * UsageBackdating.GIB);
        cast.consumer.opens(FEBRUARY).says("snapshot of the same size 3650.00 USD per month");
    }

    @Test
    void who_only_was_offered_an_image_or_declined_it_has_nothing_on_its_bill() {
        cast.pending("offered");
        cast.rejected("declined");
        cast.consumer.opens("/DFW/costs").is(200).says("No usage");
    }

    @Test
    void a_share_is_on_the_bill_from_the_acceptance_to_the_removal() {
        UUID image = cast.accepted("lent");
        String members = "/DFW/images/" + image + "/offers/" + cast.consumer.account;
        cast.producer.posts(members + "/removal").is(200);
        UsageBackdating.backdate(image, NEW_YEAR, UsageBackdating.GIB);
        UsageBackdating.backdateEnd(image, "2020-02-10T12:00:00Z");
        HtmlPage page = cast.consumer.opens(FEBRUARY).is(200).says("1 Jan 2020 to 10 Feb 2020");
        assertEquals(null, page.element("main tbody th a"));
        cast.consumer.opens("/DFW/costs?month=2020-03").is(200).says("No usage");
        cast.producer.opens("/DFW/costs?month=2020-03").is(200).says("372.00");
    }

    @Test
    void a_deleted_image_is_paid_for_until_then_under_its_last_name() {
        UUID image = cast.accepted("first-name");
        cast.producer
                .posts("/DFW/images/" + image + "/details", "name", "last-name")
                .is(200);
        cast.producer
                .posts("/DFW/images/" + image + "/deletion", "name", "last-name")
                .is(200);
        UsageBackdating.backdate(image, NEW_YEAR, 10 * UsageBackdating.GIB);
        UsageBackdating.backdateEnd(image, "2020-02-02T00:00:00Z");
        cast.producer
                .opens(FEBRUARY)
                .is(200)
                .says("120.00 USD", "last-name", "24.00")
                .doesNotSay("first-name");
        cast.consumer.opens(FEBRUARY).is(200).says("last-name", "1 Jan 2020 to 2 Feb 2020");
        cast.producer.opens("/DFW/costs").is(200).says("No usage");
    }

    @Test
    void a_rename_is_followed_while_the_image_is_there() {
        UUID image = cast.image("first-name");
        cast.producer
                .posts("/DFW/images/" + image + "/details", "name", "second-name")
                .is(200);
        cast.producer.opens("/DFW/costs").says("second-name").doesNotSay("first-name");
    }

    @Test
    void storage_begins_with_the_data_and_not_with_the_announcement() {
        ApiClient owner = ApiClient.forUser(cast.producer);
        UUID image = owner.creates("announced");
        assertEquals(List.of(), UsageBackdating.list(image));
        owner.put("/v2/images/" + image + "/stage", DiskFiles.raw(4_096)).is(204);
        owner.post("/v2/images/" + image + "/import", "{\"method\": {\"name\": \"glance-direct\"}}")
                .is(202);
        assertEquals(1, UsageBackdating.list(image).size());
        assertEquals(4_096, UsageBackdating.list(image).get(0).size);
        UUID other = owner.creates("filled");
        owner.put("/v2/images/" + other + "/file", DiskFiles.raw(512)).is(204);
        assertEquals(512, UsageBackdating.list(other).get(0).size);
    }

    @Test
    void base_images_are_paid_for_by_the_provider_alone() {
        String name = "base-" + Cast.newAccountNumber();
        UUID image = cast.image(cast.provider, name);
        UsageBackdating.backdate(image, NEW_YEAR, 4_000 * UsageBackdating.GIB);
        cast.provider.opens(FEBRUARY).is(200).says(name + " base");
        for (TestUser testUser : List.of(cast.producer, cast.stranger)) {
            testUser.opens(FEBRUARY).is(200).says("No usage").doesNotSay(name);
        }
    }

    @Test
    void a_price_that_changed_leaves_the_months_before_as_they_were() {
        UUID image = cast.image("kept");
        UsageBackdating.backdate(image, NEW_YEAR, UsageBackdating.GIB);
        cast.producer.opens("/DFW/costs?month=2020-12").says("372.00 USD", "Storage costs 365 USD per GiB-month");
        cast.producer.opens("/DFW/costs?month=2021-01").says("186.00 USD", "Storage costs 182.5 USD per GiB-month");
    }
}
