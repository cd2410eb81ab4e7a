package dev.handshake.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.handshake.testing.AlsoAtGlance;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The tabs of an image, and its members in pages, by status and by search. */
@PortalTest
@AlsoAtGlance
@AlsoOnH2
class MemberListTest {

    private final Cast cast = new Cast();

    @Test
    void each_tab_has_its_address() {
        UUID image = cast.accepted("in-tabs");
        HtmlPage sharing = cast.producer.opens(page(image)).is(200);
        assertEquals(List.of("Sharing", "Details", "History"), sharing.texts(".subtabs a"));
        assertEquals(List.of("Sharing"), sharing.texts(".subtabs [aria-current]"));
        assertEquals("Active", sharing.texts("h1 .status").get(0));
        HtmlPage details = sharing.follows("Details").says("SHA-512", "Support contact");
        assertEquals(List.of("Details"), details.texts(".subtabs [aria-current]"));
        HtmlPage history = details.follows("History");
        assertEquals(page(image) + "/history", history.path());
        assertEquals(List.of("accepted", "offered", "added"), history.texts(".history .status"));
        assertFalse(details.hasAction("Remove") || history.hasAction("Remove"));
    }

    @Test
    void others_have_no_members_to_see() {
        UUID image = cast.accepted("seen-by-others");
        cast.offers(image, "4711");
        HtmlPage consumers = cast.consumer.opens(page(image)).is(200);
        assertEquals(List.of("Details", "History"), consumers.texts(".subtabs a"));
        consumers.says("You accepted this image").doesNotSay("Remove selected", "By status");
        cast.consumer.opens(page(image) + "?q=4711&status=pending").doesNotSay("No member matches", "of 128 members");
        assertEquals(
                List.of("accepted", "offered"), consumers.follows("History").texts(".history .status"));
        cast.stranger.opens(page(image) + "/history").is(404);
        HtmlPage observers = cast.observer.opens(page(image)).says("Accepted 1", "2 of 128 members");
        assertFalse(observers.hasAction("Remove") || observers.hasAction("Label"));
    }

    @Test
    void a_page_has_25_members_and_leads_both_ways() {
        UUID image = offeredTo(100, 160);
        HtmlPage first = cast.producer.opens(page(image)).is(200).says("60 of 128 members", "All 60");
        HtmlPage second = first.follows("Next page");
        HtmlPage third = second.follows("Next page");
        assertFalse(first.hasAction("Previous page") || third.hasAction("Next page"));
        assertEquals(numbers(first), numbers(second.follows("Previous page")));
        assertEquals(numbers(second), numbers(third.follows("Previous page")));
        List<String> all = new ArrayList<>(numbers(first));
        all.addAll(numbers(second));
        all.addAll(numbers(third));
        assertEquals(IntStream.range(100, 160).mapToObj(String::valueOf).toList(), all);
        cast.producer.opens(page(image) + "?marker=nonsense").is(400);
    }

    @Test
    void the_newest_offers_come_first() {
        UUID image = offeredTo(100, 110);
        cast.offers(image, "999");
        assertEquals("999", numbers(cast.producer.opens(page(image))).get(0));
    }

    @Test
    void a_tab_for_each_status_counts_and_shows_it() {
        UUID image = cast.rejected("by-status");
        cast.offers(image, "4711", "4712");
        HtmlPage all = cast.producer.opens(page(image)).is(200);
        assertEquals(List.of("All 3", "Pending 2", "Accepted 0", "Rejected 1"), all.texts(".pills a"));
        assertEquals(List.of("4711", "4712"), numbers(all.follows("Pending")));
        assertEquals(List.of(cast.consumer.account), numbers(all.follows("Rejected")));
        all.follows("Accepted")
                .says("No member matches")
                .follows("Show all members")
                .says("3 of 128");
        cast.producer.opens(page(image) + "?status=unheard-of").is(400);
    }

    @Test
    void a_report_does_not_show_by_status() {
        UUID image = cast.accepted("confidential");
        cast.consumer
                .posts("/DFW/reports", "image", "" + image, "ground", "error", "words", "x")
                .is(200);
        HtmlPage all = cast.producer.opens(page(image));
        assertEquals(List.of("All 1", "Pending 0", "Accepted 1", "Rejected 0"), all.texts(".pills a"));
        assertEquals(List.of(cast.consumer.account), numbers(all.follows("Accepted")));
        all.follows("Rejected").says("No member matches");
        assertFalse(all.hasAction("Remove rejected"));
    }

    @Test
    void members_are_found_by_a_part_of_their_number_or_label() {
        UUID image = offeredTo(100, 160);
        cast.producer
                .posts(page(image) + "/offers/107/label", "label", "Straße 100%_!")
                .is(200);
        assertEquals(11, numbers(search(image, "15")).size()); // 115 too
        assertEquals(List.of("107"), numbers(search(image, "STRAßE")));
        assertEquals(List.of("107"), numbers(search(image, "0%_!")));
        assertEquals(List.of(), numbers(search(image, "1_7")));
        HtmlPage pending = cast.producer.opens(page(image) + "?q=107&status=pending");
        assertEquals(List.of("107"), numbers(pending));
        pending.follows("Accepted").says("No member matches");
        assertEquals(25, numbers(pending.follows("Remove the filter “107”")).size());
    }

    @Test
    void labels_of_other_accounts_find_nothing() {
        UUID theirs = cast.image(cast.consumer, "labelled");
        cast.offers(cast.consumer, theirs, "4711");
        cast.consumer
                .posts(page(theirs) + "/offers/4711/label", "label", "Their branch")
                .is(200);
        UUID image = cast.image("unlabelled");
        cast.offers(image, "4711");
        assertEquals(List.of(), numbers(search(image, "branch")));
        assertEquals(List.of("4711"), numbers(cast.consumer.opens(page(theirs) + "?q=branch")));
    }

    private HtmlPage search(UUID image, String text) {
        return cast.producer.opens(page(image)).presses("Search", "q", text).is(200);
    }

    private UUID offeredTo(int from, int to) {
        UUID image = cast.image("many");
        cast.offers(image, IntStream.range(from, to).mapToObj(String::valueOf).toArray(String[]::new));
        return image;
    }

    private static List<String> numbers(HtmlPage page) {
        return page.is(200).texts("#members .number");
    }

    private static String page(UUID image) {
        return "/DFW/images/" + image;
    }
}
