package dev.handshake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import dev.handshake.disk.DiskFiles;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the other side does appears on open pages without a reload. */
@ExtendWith(BrowserEnvironmentExtension.class)
class LiveUpdatesIT {

    private static final String IRIS = "300400";
    private static final String LOADED = "performance.getEntriesByType('navigation')[0].name + performance.timeOrigin";

    private final BrowserUser nora;
    private final BrowserUser iris;

    LiveUpdatesIT(BrowserEnvironment browserEnvironment) {
        this.nora = browserEnvironment.user("nora");
        this.iris = browserEnvironment.user("iris");
    }

    @Test
    void an_offer_and_its_answer_appear_on_the_open_page_of_the_other_side() {
        String image = nora.uploads("Live one", DiskFiles.qcow2(1L << 30)).path();
        String other = nora.opens("/DFW/images")
                .uploads("Live two", DiskFiles.qcow2(1L << 30))
                .path();
        nora.offers(image, IRIS);
        iris.opens("/DFW/invitations").sees("Live one").ticks("Select Live one");
        Object loaded = iris.runsScript(LOADED);
        nora.offers(other, IRIS);
        String result = nora.path();
        iris.awaits("Live two").sees("Invitations 2 pending", "1 selected");
        assertEquals(loaded, iris.runsScript(LOADED), "the page was not loaded again");
        assertTrue(iris.runsScript("document.getElementById('announcement').textContent")
                .toString()
                .startsWith("Updated."));
        nora.isOn(result);
        iris.tab().tabTo(iris.tab().button("Accept Live two"));
        iris.tab().typeAndWait("Enter");
        iris.sees("Accepted. “Live two” is now in your image list.");
        nora.awaits("accepted");
        iris.opens("/DFW/images");
        nora.deletes(image, "Live one").deletes(other, "Live two");
        iris.awaits("No images");
    }

    @Test
    void after_a_form_the_page_is_where_it_was() {
        String image = nora.uploads("Long list", DiskFiles.qcow2(1L << 30)).path();
        String[] numbers =
                IntStream.range(0, 24).mapToObj(each -> "7" + (10_000 + each)).toArray(String[]::new);
        nora.offers(image, numbers).opens(image + "?status=pending");
        BrowserTab tab = nora.tab();
        tab.resize(1280);
        Locator last = tab.button("Remind account " + numbers[23]);
        tab.tabTo(last);
        int before = scrolled();
        assertTrue(before > 200, "scrolled by " + before);
        tab.typeAndWait("Enter");
        nora.isOn(image + "?status=pending");
        assertThat(tab.all(".note-sticky")).isInViewport();
        assertEquals(before, scrolled(), 2);
        assertThat(tab.all(".note-sticky")).isFocused(); // the button is gone
        tab.tabTo(tab.button("Remind account " + numbers[22]));
        nora.opens(image).doesNotSee("has been reminded").deletes(image, "Long list");
    }

    private int scrolled() {
        return ((Number) nora.runsScript("Math.round(scrollY)")).intValue();
    }
}
