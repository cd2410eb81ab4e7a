package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.disk.DiskFiles;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What follows an offer: changed decisions, removed members, and the deletion of the image. */
@ExtendWith(BrowserEnvironmentExtension.class)
class RevocationIT {

    private static final String NAME = "AlmaLinux 9 with PostgreSQL";
    private static final String IRIS = "300400";
    private static final String RAVI = "500600";

    private final BrowserEnvironment browserEnvironment;
    private final BrowserUser nora;
    private final BrowserUser iris;
    private final BrowserUser ravi;

    RevocationIT(BrowserEnvironment browserEnvironment) {
        this.browserEnvironment = browserEnvironment;
        this.nora = browserEnvironment.user("nora");
        this.iris = browserEnvironment.user("iris");
        this.ravi = browserEnvironment.user("ravi");
    }

    @Test
    void a_producer_takes_back_from_one_and_then_from_all() throws IOException {
        long before = browserEnvironment.folder().storedBytes();
        String image = nora.uploads(NAME, DiskFiles.vhdx(1L << 30)).path();
        nora.offers(image, IRIS, RAVI);
        iris.opens(image)
                .sees("You have been offered this image")
                .presses("Accept")
                .sees("Accepted");
        noraLabelsIris(image);
        noraCannotHideWhatIsShared();
        noraRemovesRavi(image);
        irisRejectsAndAcceptsAgain(image);
        noraDeletesIt(image);
        assertEquals(before, browserEnvironment.folder().storedBytes(), "its data is gone");
        everybodyReadsTheHistory();
    }

    private void noraLabelsIris(String image) {
        nora.opens(image).tab().link("Label… for account " + IRIS).click();
        nora.sees("Only your account sees it").tab().all("#label").fill("Our friends in Lagos");
        nora.presses("Save label").seesRow(IRIS, "Our friends in Lagos");
        iris.opens(image).doesNotSee("Our friends in Lagos").sees("You accepted this image");
    }

    private void noraCannotHideWhatIsShared() {
        nora.expands("More")
                .follows("Edit…")
                .sees("Edit image")
                .ticks("Private")
                .presses("Save")
                .sees("cannot be made private");
    }

    private void noraRemovesRavi(String image) {
        nora.opens(image).tab().link("Withdraw… account " + RAVI).click();
        nora.sees("Withdraw the offer to account " + RAVI, "loses access at once");
        nora.presses("Withdraw").seesNoRow(RAVI).seesRow(IRIS, "accepted").sees("1 of 128");
        ravi.opens(image)
                .doesNotSee(NAME)
                .sees("Not found")
                .opens("/DFW/invitations")
                .doesNotSee(NAME);
        iris.opens(image).sees(NAME);
    }

    private void irisRejectsAndAcceptsAgain(String image) {
        iris.follows("Reject…")
                .presses("Reject")
                .sees("1 invitation rejected")
                .opens("/DFW/images")
                .doesNotSee(NAME);
        iris.opens("/DFW/invitations?status=rejected").sees(NAME);
        iris.opens(image)
                .presses("Move back to pending")
                .sees("Pending again")
                .opens(image)
                .presses("Accept")
                .sees("Accepted");
        iris.opens("/DFW/images").seesRow(NAME, "Shared");
        nora.opens(image).seesRow(IRIS, "accepted");
    }

    private void noraDeletesIt(String image) {
        nora.expands("More")
                .follows("Delete…")
                .sees("1 member")
                .types("Type the image name", "AlmaLinux")
                .presses("Delete");
        nora.sees("not the name of the image")
                .types("Type the image name", NAME)
                .presses("Delete");
        nora.isOn("/DFW/images").sees(NAME, "is deleted").opens(image).sees("Not found");
        iris.opens(image).doesNotSee(NAME).sees("Not found");
    }

    private void everybodyReadsTheHistory() {
        nora.opens("/DFW/history")
                .seesLine(NAME, "added", "Nora Lind")
                .seesLine(NAME, "rejected", IRIS)
                .sees(NAME);
        iris.opens("/DFW/history").seesLine(NAME, "accepted", "Iris Okafor").seesLine(NAME, "deleted", "100200");
        iris.seesNoLine(NAME, RAVI).doesNotSee("Nora").sees(NAME);
        ravi.opens("/DFW/history")
                .seesLine(NAME, "removed", "100200")
                .seesNoLine(NAME, IRIS)
                .doesNotSee("Nora")
                .sees(NAME);
    }
}
