package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** What every page has to be: readable by everybody, in light and in dark, and no wider than the window. */
class Inspection {

    private static final int DESK = 1280;
    private static final int PHONE = 390;

    private final Page page;
    private final boolean scripts;

    /** @param scripts whether the page runs any; without them only its width can be measured */
    Inspection(Page page, boolean scripts) {
        this.page = page;
        this.scripts = scripts;
    }

    void pass() {
        page.waitForCondition(() -> "complete".equals(page.evaluate("document.readyState")));
        look(PHONE, ColorScheme.DARK);
        look(DESK, ColorScheme.LIGHT);
    }

    private void look(int width, ColorScheme scheme) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        Object needed = page.evaluate("document.documentElement.scrollWidth");
        assertTrue(width >= (int) needed, () -> what(width, scheme) + " is too wide: " + needed);
        assertEquals(List.of(), scripts ? violations() : List.of(), () -> what(width, scheme));
    }

    private List<String> violations() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(Inspection::sentence).toList();
    }

    private String what(int width, ColorScheme scheme) {
        return "%s, %d pixels wide, %s".formatted(page.url(), width, scheme);
    }

    private static String sentence(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }
}
