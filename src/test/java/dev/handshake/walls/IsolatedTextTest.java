package dev.handshake.walls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Page;
import dev.handshake.Person;
import dev.handshake.PortalTest;
import dev.handshake.abuse.OperatorFixture;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;

/**
 * A Hebrew or Arabic word turns nothing of the portal's own text around it, wherever a page shows what somebody typed.
 */
@PortalTest
class IsolatedTextTest {

    private static final Collection<Expected> PAGES = Expected.all().values().stream()
            .filter(each -> each.isReading() && !each.isApi())
            .toList();

    private final Things things = new Things();

    @Test
    void what_people_typed_stands_alone_on_every_page() {
        things.cast
                .producer
                .posts(things.fill("/DFW/images/{image}/offers/{account}/label"), "label", Things.MARK)
                .is(200);
        Set<String> open = new TreeSet<>();
        int seen = 0;
        for (Person reader : List.of(things.cast.producer, things.cast.consumer, OperatorFixture.create())) {
            for (Expected each : PAGES) {
                Page page = reader.opens(each.address(things));
                seen += page.all("bdi").size();
                page.all("body *:not(option, textarea, script)").stream()
                        .flatMap(element -> element.textNodes().stream())
                        .filter(IsolatedTextTest::isOpen)
                        .forEach(text -> open.add(each.route() + ": " + text.parent()));
            }
        }
        assertEquals("", open.stream().collect(Collectors.joining("\n")));
        assertTrue(seen > 100, "few: " + seen);
    }

    private static boolean isOpen(TextNode text) {
        String words = text.text().replaceAll("\u2068[^\u2069]*\u2069", "");
        return words.contains(Things.MARK) && text.parent().closest("bdi, [dir=auto]") == null;
    }
}
