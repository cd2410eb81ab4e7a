package dev.handshake.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The image list: contents, search, filters, sorting and paging. */
@PortalTest
@AlsoOnH2
class ImageListTest {

    private final Cast cast = new Cast();

    @Test
    void own_shared_and_base_images_stand_in_one_list() {
        cast.accepted("from-producer");
        cast.image(cast.consumer, "own-one");
        String base = "base-" + Cast.newAccountNumber();
        cast.image(cast.provider, base);
        HtmlPage list = cast.consumer.opens("/DFW/images?q=o").is(200);
        assertEquals("Shared by account " + cast.producer.account, sharing(list, "from-producer"));
        assertEquals("Not shared", sharing(list, "own-one"));
        assertTrue(names(cast.consumer.opens("/DFW/images?q=" + base)).contains(base));
        assertEquals(List.of("own-one"), names(cast.consumer.opens("/DFW/images?show=own")));
        assertEquals(List.of("from-producer"), names(cast.consumer.opens("/DFW/images?show=shared")));
        assertTrue(names(cast.consumer.opens("/DFW/images?show=base&q=" + base)).contains(base));
        assertEquals(List.of("own-one"), names(cast.consumer.opens("/DFW/images?kind=import&show=own&status=active")));
        assertEquals(List.of(), names(cast.consumer.opens("/DFW/images?kind=snapshot")));
        assertEquals(List.of(), names(cast.consumer.opens("/ORD/images?show=own")));
    }

    @Test
    void an_own_image_shows_its_first_members_and_how_many_more() {
        UUID image = cast.image("popular");
        cast.offers(image, "31", "32", "33", "34", "35");
        HtmlPage list = cast.producer.opens("/DFW/images").is(200);
        list.says("5 pending", "31", "32", "33", "and 2 more");
        assertEquals(3, list.texts(".mini tr").size());
        assertEquals(5, list.follows("and 2 more").texts(".table tbody tr").size());
    }

    @Test
    void the_members_are_counted_by_status() {
        UUID image = cast.accepted("popular");
        cast.offers(image, "31", "32");
        assertEquals(
                "1 accepted · 2 pending",
                cast.producer.opens("/DFW/images").texts(".members summary").get(0));
    }

    @Test
    void a_search_finds_ids_and_accounts_that_the_reader_may_see() {
        UUID image = cast.accepted("shared-one");
        cast.offers(image, "987654");
        cast.image("other-one");
        for (String text : List.of(image.toString(), "987654", cast.consumer.account)) {
            assertEquals(List.of("shared-one"), names(cast.producer.opens("/DFW/images?q=" + text)), text);
        }
        assertEquals(List.of("shared-one"), names(cast.consumer.opens("/DFW/images?q=" + cast.producer.account)));
        assertEquals(List.of("shared-one"), names(cast.consumer.opens("/DFW/images?q=" + image)));
        assertEquals(List.of(), names(cast.consumer.opens("/DFW/images?q=987654")), "members of others are not found");
        assertEquals(List.of(), names(cast.stranger.opens("/DFW/images?q=" + image)));
        assertEquals(List.of(), names(cast.stranger.opens("/DFW/images?q=" + cast.producer.account)));
    }

    @Test
    void a_filter_is_removed_by_its_chip_and_the_others_stay() {
        cast.image("one");
        cast.image("two");
        HtmlPage found = cast.producer.opens("/DFW/images?show=own&kind=import&q=one&sort=name");
        assertEquals(List.of("one"), names(found));
        HtmlPage wider = found.follows("Remove the filter “one”");
        assertEquals(List.of("one", "two"), names(wider));
        assertEquals(1, wider.elements(".filter-chips li").size());
    }

    @Test
    void a_search_takes_wildcards_as_letters() {
        cast.image("100%_sure!");
        cast.image("100 unsure");
        assertEquals(List.of("100%_sure!"), names(cast.producer.opens("/DFW/images?q=100%25_SURE!")));
        assertEquals(List.of(), names(cast.producer.opens("/DFW/images?q=%25s_re")));
    }

    @Test
    void every_order_goes_through_all_pages_without_loss() {
        List<String> all = new ArrayList<>();
        for (int each = 0; each < 30; each++) {
            String name = "image-" + (each * 7 % 30 + 10);
            all.add(name);
            cast.producer
                    .uploads("DFW", name, DiskFiles.raw(512 * (1 + each % 4)))
                    .is(200);
        }
        assertEquals(reversed(all), walkPages("-created"));
        assertEquals(all, walkPages("created"));
        List<String> byName = all.stream().sorted().toList();
        assertEquals(byName, walkPages("name"));
        assertEquals(reversed(byName), walkPages("-name"));
        assertEquals(reversed(walkPages("size")), walkPages("-size"));
        assertEquals(Set.copyOf(all), Set.copyOf(walkPages("size")));
    }

    private List<String> walkPages(String order) {
        HtmlPage page =
                cast.producer.opens("/DFW/images?show=own&sort=" + order).is(200);
        List<String> names = new ArrayList<>(names(page));
        while (page.hasAction("Next page")) {
            page = page.follows("Next page").is(200);
            names.addAll(names(page));
        }
        assertEquals(new TreeSet<>(names).size(), names.size());
        assertEquals(names, walkBack(page));
        return names;
    }

    private static List<String> walkBack(HtmlPage last) {
        HtmlPage page = last;
        List<String> names = new ArrayList<>(names(page));
        while (page.hasAction("Previous page")) {
            page = page.follows("Previous page").is(200);
            names.addAll(0, names(page));
        }
        assertEquals("30 in this list", page.texts("h1 .total").get(0));
        return names;
    }

    @Test
    void shared_images_go_through_all_pages_too() {
        for (int each = 10; each < 40; each++) {
            cast.accepted("shared-" + each);
        }
        HtmlPage first = cast.consumer.opens("/DFW/images?show=shared");
        HtmlPage second = first.follows("Next page").is(200);
        List<String> names = new ArrayList<>(names(first));
        names.addAll(names(second));
        assertEquals(30, names.size());
        assertEquals(names.stream().sorted(Comparator.reverseOrder()).toList(), names);
    }

    @Test
    void a_marker_of_another_account_is_like_an_unknown_one() {
        UUID theirs = cast.image(cast.stranger, "theirs");
        HtmlPage hidden = cast.producer.opens("/DFW/images?marker=" + theirs).is(400);
        HtmlPage never =
                cast.producer.opens("/DFW/images?marker=" + UUID.randomUUID()).is(400);
        assertEquals(never.html(), hidden.html());
        cast.producer.opens("/DFW/images?marker=no-id").is(400);
    }

    @Test
    void what_an_address_does_not_know_is_said() {
        for (String query : List.of("kind=bogus", "status=bogus", "sort=bogus", "show=bogus")) {
            cast.producer.opens("/DFW/images?" + query).is(400).says("The request is invalid");
        }
        for (String path : List.of("/DFW/offers?status=bogus", "/DFW/offers?marker=bogus", "/DFW/history?marker=1.x")) {
            cast.producer.opens(path).is(400);
        }
    }

    private static List<String> names(HtmlPage page) {
        return page.is(200).texts("#images > tr > th > a");
    }

    private static String sharing(HtmlPage list, String image) {
        return list.elements("#images > tr:contains(" + image + ") > [data-title=Sharing]")
                .get(0)
                .text();
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }
}
