package dev.handshake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import dev.handshake.disk.DiskFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The command palette and the keys for rows, by keyboard alone; and how long the next page takes. */
@ExtendWith(BrowserEnvironmentExtension.class)
class ShortcutsIT {

    private static final String PALETTE = "dialog.palette";
    private static final String PREFETCHED =
            "performance.getEntriesByType('navigation')[0].deliveryType === 'navigational-prefetch'";

    /** From the click to the first paint of the page it led to, in milliseconds. */
    private static final String CLICK_TO_PAINT = "new Promise(painted => new PerformanceObserver(list => {"
            + " const first = list.getEntriesByName('first-contentful-paint')[0];"
            + " if (first) painted(performance.timeOrigin + first.startTime - Number(sessionStorage.getItem('clicked')));"
            + " }).observe({ type: 'paint', buffered: true }))";

    private final BrowserUser nora;
    private final BrowserTab tab;
    private String image;

    ShortcutsIT(BrowserEnvironment browserEnvironment) {
        this.nora = browserEnvironment.user("nora");
        this.tab = nora.tab();
    }

    @BeforeEach
    void upload() {
        image = nora.opens("/DFW/images")
                .uploads("Palette test", DiskFiles.qcow2(1L << 30))
                .path();
        nora.offers(image, "300400");
    }

    @AfterEach
    void delete() {
        nora.deletes(image, "Palette test");
    }

    @Test
    void the_palette_leads_to_images_accounts_and_pages() {
        nora.opens("/DFW/images");
        tab.type("Control+k");
        assertThat(tab.all(PALETTE + " input")).isFocused();
        nora.sees("Go to", "Register server");
        type("palette te");
        assertThat(tab.all(PALETTE + " a")).hasCount(1);
        tab.typeAndWait("Enter");
        nora.isOn(image);
        tab.type("/");
        type("300400");
        assertThat(tab.all(PALETTE)).containsText("History with 300400");
        tab.type("ArrowDown");
        tab.type("ArrowDown");
        tab.typeAndWait("Enter");
        nora.isOn("/DFW/offers?account=300400").sees("Palette test");
        tab.type("Control+k");
        type("no such thing");
        assertThat(tab.all(PALETTE)).containsText("Nothing found");
        tab.type("Escape");
        assertThat(tab.all(PALETTE)).hasCount(0);
    }

    private void type(String text) {
        assertThat(tab.all(PALETTE + " input")).isFocused();
        text.chars().forEach(each -> tab.type(each == ' ' ? "Space" : String.valueOf((char) each)));
    }

    @Test
    void keys_move_select_and_open_rows_until_they_are_switched_off() {
        nora.opens("/DFW/offers");
        Locator row = tab.elementsWith("tbody tr", "Palette test").first();
        tab.type("j");
        assertThat(row.locator("th a")).isFocused();
        tab.type("x");
        assertThat(row.locator("input")).isChecked();
        nora.sees("1 selected");
        tab.type("k");
        assertThat(row.locator("th a")).isFocused(); // there is no other row
        tab.typeAndWait("Enter");
        nora.isOn(image);
        tab.type("?");
        nora.sees("Keyboard shortcuts", "Next row");
        tab.type("Space");
        tab.type("Escape");
        nora.opens("/DFW/offers");
        tab.type("j");
        assertThat(tab.all("main a:focus")).hasCount(0);
        nora.expands("Account menu");
        tab.tabTo(tab.button("Keyboard shortcuts"));
        tab.type("Enter");
        tab.type("Space");
        tab.type("Escape");
        tab.type("j");
        assertThat(row.locator("th a")).isFocused();
    }

    @Test
    void the_next_page_is_loaded_before_the_click() throws IOException {
        List<Double> times = new ArrayList<>();
        int prefetched = 0;
        nora.opens("/DFW/images");
        for (int round = 0; round < 30; round++) {
            for (String page : List.of("Offers", "History", "Images")) {
                Locator link = tab.all("#tabs a").filter(new Locator.FilterOptions().setHasText(page));
                nora.runsScript("addEventListener('click', () => sessionStorage.setItem('clicked', Date.now()), true)");
                link.hover();
                nora.runsScript("new Promise(rested => setTimeout(rested, 300))"); // as long as a pointer rests
                tab.clickAndWait(link);
                times.add(((Number) nora.runsScript(CLICK_TO_PAINT)).doubleValue());
                prefetched += (boolean) nora.runsScript(PREFETCHED) ? 1 : 0;
            }
        }
        Collections.sort(times);
        String report = "From click to first paint, %d pages, %d loaded ahead: median %.0f ms, 95 %% within %.0f ms%n"
                .formatted(times.size(), prefetched, times.get(times.size() / 2), times.get(times.size() * 95 / 100));
        Files.writeString(Path.of("target/click-to-paint.txt"), report);
        assertTrue(prefetched > times.size() / 2, report);
        assertEquals(90, times.size());
    }
}
