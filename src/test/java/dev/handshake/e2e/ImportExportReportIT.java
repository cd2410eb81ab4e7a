package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.handshake.disk.DiskFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Imports an image from a URL and exports it; and reports an image shared in bad faith. */
@ExtendWith(BrowserEnvironmentExtension.class)
class ImportExportReportIT {

    private static final String NAME = "AlmaLinux 9 from a mirror";
    private static final String RAVI = "500600";

    private final BrowserEnvironment browserEnvironment;
    private final BrowserUser nora;
    private final BrowserUser ravi;

    ImportExportReportIT(BrowserEnvironment browserEnvironment) {
        this.browserEnvironment = browserEnvironment;
        this.nora = browserEnvironment.user("nora");
        this.ravi = browserEnvironment.user("ravi");
    }

    @Test
    void an_image_comes_in_from_an_address_and_leaves_by_an_export() {
        nora.opens("/DFW/imports").sees("Imports").opens("/DFW/images/uploads").follows("A file at an address");
        nora.types("Address of the file", "http://2130706433/")
                .presses("Fetch it")
                .sees("an unusual spelling");
        nora.types("Address of the file", "http://127.0.0.1/secret")
                .types("Name", NAME)
                .presses("Fetch it");
        nora.awaits("leads to no address that this portal fetches from").follows("Try again…");
        nora.types("Address of the file", browserEnvironment.mirror().url("/slow/20480"))
                .presses("Fetch it");
        nora.awaits("The image is here")
                .opens("/DFW/imports")
                .seesLine(NAME, "success")
                .seesLine(NAME, "failure");
        nora.sees(NAME).opens("/DFW/images").follows(NAME).sees("20 KiB");
        String image = nora.path();
        nora.follows("Take it out…").sees("makes sure that it is what it was").presses("Prepare it");
        nora.awaits("The data is whole");
        assertArrayEquals(DiskFiles.raw(20_480), nora.downloads("Download"));
        nora.opens("/DFW/exports").seesLine(NAME, "success").sees(NAME).deletes(image, NAME);
    }

    @Test
    void a_malicious_image_is_reported_and_taken_out_of_use() {
        String image = nora.uploads("Trojan horse", DiskFiles.qcow2(1L << 30)).path();
        nora.offers(image, RAVI);
        ravi.opens("/DFW/cases")
                .sees("Nothing reported")
                .opens(image)
                .follows("Report it…")
                .sees("Report this image?");
        ravi.presses("Report and reject").sees("Choose what is wrong with it", "Say what you saw");
        ravi.ticks("It looks malicious")
                .types("What you saw", "There are Greeks in it.")
                .presses("Report and reject");
        ravi.sees("and the offer is rejected", "The provider looks into it", "There are Greeks in it.");
        String number = ravi.path().replaceAll(".*/", "");
        BrowserUser opal = browserEnvironment.user("opal");
        opal.opens("/DFW/desk")
                .sees("Trojan horse")
                .opens("/DFW/desk/" + number)
                .sees("There are Greeks in it.");
        opal.types("Why, for its owner", "It holds Greeks.")
                .presses("Take it out of use")
                .sees("Out of use: It holds Greeks.");
        opal.types("Answer to the account", "Thank you.")
                .presses("Answer and close")
                .sees("The case is closed");
        nora.opens(image).sees("The provider suspended this image.", "It holds Greeks.");
        ravi.opens("/DFW/cases/" + number)
                .sees("Thank you.")
                .opens("/DFW/cases")
                .sees("Trojan horse");
        opal.opens("/DFW/desk/" + number).presses("Put it back into use").sees("The image is in use again.");
        nora.opens("/DFW/desk").sees("Not found").deletes(image, "Trojan horse");
    }
}
