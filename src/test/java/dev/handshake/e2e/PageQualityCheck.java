package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Checks that a page is accessible in light and dark mode, and at every width neither wider than the window nor with
 * anything cut. Pages that differ only in numbers and ids are checked for accessibility once, since that takes seconds.
 */
class PageQualityCheck {

    private static final int DESKTOP_WIDTH = 1280;
    private static final int TABLET_WIDTH = 768;
    private static final int PHONE_WIDTH = 390;

    /** As on a wide screen at 400 % (WCAG 2.1, 1.4.10). */
    private static final int NARROWEST_WIDTH = 320;

    private static final String LAYOUT_FAULTS = readScript("/e2e/layout-faults.js");

    private static final Pattern NUMBER_OR_ID =
            Pattern.compile("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b|(?<![a-z])\\d+");

    private static final Set<String> CHECKED = ConcurrentHashMap.newKeySet();

    private final Page page;
    private final boolean scripts;

    /** @param scripts whether JavaScript is enabled; without it only the width can be measured */
    PageQualityCheck(Page page, boolean scripts) {
        this.page = page;
        this.scripts = scripts;
    }

    boolean hasScripts() {
        return scripts;
    }

    void run() {
        page.waitForCondition(() -> "complete".equals(page.evaluate("document.readyState")));
        boolean isNew = CHECKED.add(structure());
        checkLayout(NARROWEST_WIDTH);
        checkLayout(TABLET_WIDTH);
        checkAt(PHONE_WIDTH, ColorScheme.DARK, isNew);
        checkAt(DESKTOP_WIDTH, ColorScheme.LIGHT, isNew);
    }

    private static String readScript(String resource) {
        try (InputStream script = PageQualityCheck.class.getResourceAsStream(resource)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String structure() {
        return NUMBER_OR_ID.matcher(page.content()).replaceAll("#");
    }

    private void checkLayout(int width) {
        page.setViewportSize(width, 900);
        assertEquals(List.of(), layoutFaults(page, false), () -> page.url() + ", " + width + " pixels wide");
    }

    private void checkAt(int width, ColorScheme scheme, boolean isNew) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        assertEquals(List.of(), layoutFaults(page, false), () -> describe(width, scheme));
        assertEquals(List.of(), scripts && isNew ? violations() : List.of(), () -> describe(width, scheme));
    }

    /** @param overlaps whether texts that overlap are faults too */
    static Object layoutFaults(Page page, boolean overlaps) {
        return page.evaluate(LAYOUT_FAULTS, overlaps);
    }

    private List<String> violations() {
        return axe().analyze().getViolations().stream()
                .map(PageQualityCheck::describeRule)
                .toList();
    }

    /**
     * Our pages have no frames. For those, axe would open another page at each call, which takes four times as long.
     */
    private AxeBuilder axe() {
        AxeBuilder axe = new AxeBuilder(page);
        axe.setLegacyMode(true);
        return axe;
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
