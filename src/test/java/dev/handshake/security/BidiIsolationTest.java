package dev.handshake.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.abuse.OperatorFixture;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;

/** Hebrew or Arabic text typed by users does not reorder the portal's own text around it, on any page. */
@PortalTest
class BidiIsolationTest {

    private static final Collection<RouteExpectation> PAGES = RouteExpectation.loadAll().values().stream()
            .filter(each -> each.isGet() && !each.isApi())
            .toList();

    private final Fixtures fixtures = new Fixtures();

    @Test
    void what_people_typed_stands_alone_on_every_page() {
        fixtures.cast
                .producer
                .posts(fixtures.fillIn("/DFW/images/{image}/offers/{account}/label"), "label", Fixtures.MARK)
                .is(200);
        Set<String> open = new TreeSet<>();
        int seen = 0;
        for (TestUser reader : List.of(fixtures.cast.producer, fixtures.cast.consumer, OperatorFixture.create())) {
            for (RouteExpectation each : PAGES) {
                HtmlPage page = reader.opens(each.path(fixtures));
                seen += page.elements("bdi").size();
                page.elements("body *:not(option, textarea, script)").stream()
                        .flatMap(element -> element.textNodes().stream())
                        .filter(BidiIsolationTest::isOpen)
                        .forEach(text -> open.add(each.route() + ": " + text.parent()));
            }
        }
        assertEquals("", open.stream().collect(Collectors.joining("\n")));
        assertTrue(seen > 100, "few: " + seen);
    }

    private static boolean isOpen(TextNode text) {
        String words = text.text().replaceAll("\u2068[^\u2069]*\u2069", "");
        return words.contains(Fixtures.MARK) && text.parent().closest("bdi, [dir=auto]") == null;
    }
}
