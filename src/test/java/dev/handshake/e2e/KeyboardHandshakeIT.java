package dev.handshake.e2e;

import com.microsoft.playwright.Locator;
import dev.handshake.disk.DiskFiles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An offer and the answer to it, by keyboard alone. */
@ExtendWith(BrowserEnvironmentExtension.class)
class KeyboardHandshakeIT {

    private static final String NAME = "Image offered by keyboard";
    private static final String IRIS = "300400";

    private final BrowserUser nora;
    private final BrowserUser iris;

    KeyboardHandshakeIT(BrowserEnvironment browserEnvironment) {
        this.nora = browserEnvironment.user("nora");
        this.iris = browserEnvironment.user("iris");
    }

    @Test
    void an_image_is_offered_accepted_and_rejected() {
        String image = nora.uploads(NAME, DiskFiles.qcow2(1L << 30)).path();
        noraOffers();
        irisAccepts();
        irisRejects();
        nora.deletes(image, NAME);
    }

    private void noraOffers() {
        BrowserTab tab = nora.tab();
        press(tab, tab.link("Offer…"));
        tab.tabTo(tab.field("Account numbers"));
        IRIS.chars().forEach(digit -> tab.type(Character.toString(digit)));
        press(tab, tab.button("Review"));
        nora.seesLine(IRIS, "new");
        for (Locator each : List.copyOf(tab.all("input[name=confirmed]").all())) {
            tab.tabTo(each);
            tab.type("Space");
        }
        press(tab, tab.button("Make 1 offer"));
        nora.seesLine(IRIS, "offered");
    }

    private void irisAccepts() {
        iris.opens("/DFW/invitations").sees(NAME);
        BrowserTab tab = iris.tab();
        tab.tabTo(tab.summary("More about " + NAME));
        tab.type("Enter");
        iris.sees("Opens only for people of your account");
        press(tab, tab.button("Accept " + NAME));
        iris.sees("Accepted. “" + NAME + "” is now in your image list", "Register a server");
    }

    private void irisRejects() {
        iris.opens("/DFW/invitations?status=accepted");
        BrowserTab tab = iris.tab();
        press(tab, tab.link("Reject… " + NAME));
        iris.sees("Your account stays a member");
        press(tab, tab.button("Reject"));
        iris.sees("rejected");
    }

    private static void press(BrowserTab tab, Locator wanted) {
        tab.tabTo(wanted);
        tab.typeAndWait("Enter");
    }
}
