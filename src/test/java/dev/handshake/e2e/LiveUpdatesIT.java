package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.disk.DiskFiles;
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
        iris.presses("Accept Live two");
        nora.awaits("accepted");
        iris.opens("/DFW/images");
        nora.deletes(image, "Live one").deletes(other, "Live two");
        iris.awaits("No images");
    }
}
