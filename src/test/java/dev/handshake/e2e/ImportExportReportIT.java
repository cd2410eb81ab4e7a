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
        nora.opens("/DFW/imports").sees("Imports").opens("/DFW/images/uploads").follows("Import from URL");
        nora.types("URL", "http://2130706433/").presses("Import").sees("an unusual spelling");
        nora.types("URL", "http://127.0.0.1/secret").types("Name", NAME).presses("Import");
        nora.awaits("has no address that this portal connects to").follows("Try again…");
        nora.types("URL", browserEnvironment.mirror().url("/slow/20480")).presses("Import");
        nora.awaits("The image is ready")
                .opens("/DFW/imports")
                .seesLine(NAME, "Completed")
                .seesLine(NAME, "Failed");
        nora.sees(NAME).opens("/DFW/images").follows(NAME).sees("20 KiB");
        String image = nora.path();
        nora.expands("More").follows("Export…").sees("verifies its checksum").presses("Start export");
        nora.awaits("The data is verified");
        assertArrayEquals(DiskFiles.raw(20_480), nora.downloads("Download"));
        nora.opens("/DFW/exports").seesLine(NAME, "Completed").sees(NAME).deletes(image, NAME);
    }

    @Test
    void a_malicious_image_is_reported_and_taken_out_of_use() {
        String image = nora.uploads("Trojan horse", DiskFiles.qcow2(1L << 30)).path();
        nora.offers(image, RAVI, "300400");
        ravi.opens("/DFW/reports")
                .sees("No reports yet")
                .opens(image)
                .expands("More")
                .follows("Report…")
                .sees("Report this image");
        ravi.presses("Report and reject").sees("Choose a reason", "Describe what you saw");
        ravi.ticks("It looks malicious")
                .types("What did you see?", "There are Greeks in it.")
                .presses("Report and reject");
        ravi.sees("The invitation is rejected", "The provider is looking into it", "There are Greeks in it.");
        String number = ravi.path().replaceAll(".*/", "");
        BrowserUser opal = browserEnvironment.user("opal");
        opal.opens("/DFW/abuse-reports")
                .sees("Trojan horse")
                .opens("/DFW/abuse-reports/" + number)
                .sees("There are Greeks in it.");
        opal.types("Reason, shown to the owner", "It holds Greeks.")
                .presses("Suspend")
                .sees("Suspended Reason: It holds Greeks.");
        opal.types("Answer to the reporter", "Thank you.").presses("Close case").sees("The case is closed");
        bothSidesReadThatItIsSuspended(image);
        ravi.opens("/DFW/reports/" + number)
                .sees("Thank you.")
                .opens("/DFW/reports")
                .sees("Trojan horse");
        opal.opens("/DFW/abuse-reports/" + number).presses("Lift suspension").sees("The suspension is lifted.");
        nora.opens("/DFW/abuse-reports").sees("Not found").deletes(image, "Trojan horse");
    }

    /** The consumer without script. */
    private void bothSidesReadThatItIsSuspended(String image) {
        nora.opens(image)
                .sees("The provider suspended this image.", "Reason: It holds Greeks.", "contact the provider")
                .doesNotSee("Offer…");
        nora.opens(image + "/history")
                .seesLine("suspended", "Trojan horse", "the provider")
                .seesNoLine("suspended", "account 300400");
        nora.opens("/DFW/images").seesRow("Trojan horse", "Suspended");
        nora.opens("/DFW/offers").seesRow("Trojan horse", "Suspended");
        BrowserUser iris = browserEnvironment.newUserWithoutScript("iris").signsIn("/DFW/invitations");
        iris.sees("The provider suspended this image.", "Reason: It holds Greeks.")
                .seesLine("Trojan horse", "Suspended")
                .doesNotSee("Accept Trojan horse");
        iris.opens(image)
                .sees("The provider suspended this image.", "Reason: It holds Greeks.", "You can reject it.")
                .doesNotSee("Accept");
    }
}
