package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** Checks that a page is accessible in light and dark mode, and not wider than the window. */
class PageQualityCheck {

    private static final int DESKTOP_WIDTH = 1280;
    private static final int PHONE_WIDTH = 390;

    private final Page page;
    private final boolean scripts;

    /** @param scripts whether JavaScript is enabled; without it only the width can be measured */
    PageQualityCheck(Page page, boolean scripts) {
        this.page = page;
        this.scripts = scripts;
    }

    void run() {
        page.waitForCondition(() -> "complete".equals(page.evaluate("document.readyState")));
        checkAt(PHONE_WIDTH, ColorScheme.DARK);
        checkAt(DESKTOP_WIDTH, ColorScheme.LIGHT);
    }

    private void checkAt(int width, ColorScheme scheme) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        Object needed = page.evaluate("document.documentElement.scrollWidth");
        assertTrue(width >= (int) needed, () -> describe(width, scheme) + " is too wide: " + needed);
        assertEquals(List.of(), scripts ? violations() : List.of(), () -> describe(width, scheme));
    }

    private List<String> violations() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(PageQualityCheck::describeRule)
                        .toList();
    }

    private String describe(int width, ColorScheme scheme) {
        return "%s, %d pixels wide, %s".formatted(page.url(), width, scheme);
    }

    private static String describeRule(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream()
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }
}
