package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.disk.DiskFiles;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sharing workflow. Nora is the producer, Iris and Ravi are consumers, Sam is a stranger. */
@ExtendWith(BrowserEnvironmentExtension.class)
class HandshakeIT {

    private static final String NAME = "Debian 12 with nginx";
    private static final String IRIS = "300400";
    private static final String RAVI = "500600";
    private static final String NOBODY = "99999999999999999999";

    private final BrowserEnvironment browserEnvironment;
    private final BrowserUser nora;
    private final BrowserUser iris;
    private final BrowserUser ravi;

    HandshakeIT(BrowserEnvironment browserEnvironment) {
        this.browserEnvironment = browserEnvironment;
        this.nora = browserEnvironment.user("nora");
        this.iris = browserEnvironment.user("iris");
        this.ravi = browserEnvironment.user("ravi");
    }

    @Test
    void a_producer_offers_and_the_consumers_decide() throws IOException {
        String image = noraUploadsIt();
        noraTypesTheNumbers();
        noraReviewsAndOffers();
        irisIsToldAndAccepts();
        raviReadsWhatRejectingMeansAndRejects(image);
        samFindsNothing(image);
        noraSeesWhoDecided(image);
        noraPaysAndIrisDoesNot();
        nora.deletes(image, NAME);
    }

    private String noraUploadsIt() throws IOException {
        byte[] file = DiskFiles.qcow2(10L << 30);
        long before = browserEnvironment.folder().storedBytes();
        nora.opens("/DFW/images").sees("Images").follows("Add image").sees("Add image");
        nora.types("Description", "For the web shop")
                .types("Minimum memory", "512")
                .types("Tags", "web nginx");
        String image = nora.uploads(NAME, file).sees(NAME, "No members yet").path();
        nora.follows("Details")
                .sees(NAME, Sha512.hexOf(file), "qcow2", "10 GiB", "512 MiB", "nginx", "For the web shop");
        assertEquals(before + file.length, browserEnvironment.folder().storedBytes(), "its data is kept");
        return image;
    }

    private void noraTypesTheNumbers() {
        nora.follows("Offer…").sees("Offer " + NAME);
        nora.types("Account numbers", IRIS + ", " + RAVI + "\nabc " + NOBODY + " 100200 " + IRIS)
                .presses("Review");
        nora.seesLine(IRIS, "new").seesLine(RAVI, "new").seesLine(NOBODY, "new").seesLine(IRIS, "counted once");
        nora.sees("3 new · 1 not an account number · 1 yours · 1 repeated")
                .seesLine("abc", "not an account number")
                .seesLine("100200", "your own account")
                .sees("0 of 128 members");
    }

    private void noraReviewsAndOffers() {
        nora.types("Note to the consumers", "As agreed.")
                .types("Support contact", "nora@example.com")
                .confirmsChecklist("Make 3 offers");
        nora.seesLine(IRIS, "offered").seesLine(RAVI, "offered").seesLine(NOBODY, "offered");
        nora.seesLine("abc", "not offered").seesLine("100200", "not offered").sees(NAME);
    }

    private void irisIsToldAndAccepts() {
        iris.opens("/DFW/images")
                .doesNotSee(NAME)
                .sees("1 invitation is waiting for your decision", "Invitations 1 pending");
        iris.follows("Review").isOn("/DFW/invitations").sees(NAME, "100200", "As agreed.", "nora@example.com");
        iris.presses("Accept " + NAME)
                .sees("Accepted")
                .follows("Images")
                .seesRow(NAME, "Shared")
                .sees(NAME);
        iris.opens("/DFW/invitations?status=accepted").sees(NAME, "Iris Okafor");
        nora.awaits("accepted").seesLine(IRIS, "accepted").seesLine(RAVI, "pending"); // without a reload
    }

    private void raviReadsWhatRejectingMeansAndRejects(String image) {
        ravi.opens("/DFW/invitations")
                .follows("Reject… " + NAME)
                .sees("Your account stays a member", "change your mind");
        ravi.presses("Reject")
                .sees("1 invitation rejected")
                .opens("/DFW/images")
                .doesNotSee(NAME)
                .sees("No images yet");
        ravi.opens("/DFW/invitations?status=rejected").follows(NAME).isOn(image).sees("You rejected this image");
        ravi.opens(image.replace("DFW", "ORD")).doesNotSee(NAME).sees("Not found");
    }

    private void samFindsNothing(String image) {
        BrowserUser sam = browserEnvironment.user("sam");
        sam.opens(image)
                .doesNotSee(NAME)
                .sees("Not found")
                .opens("/DFW/invitations")
                .sees("No pending invitations");
        sam.opens("/DFW/images?show=shared").doesNotSee(NAME).sees("No images are shared with you yet");
        sam.opens("/DFW/offers").sees("No offers yet").opens("/DFW/history").sees("No history yet");
    }

    private void noraSeesWhoDecided(String image) {
        nora.opens(image)
                .seesRow(IRIS, "accepted")
                .seesRow(RAVI, "rejected")
                .seesRow(NOBODY, "pending")
                .sees("3 of 128");
        nora.follows("Offers")
                .seesRow(NAME, IRIS, "accepted")
                .seesRow(NAME, RAVI, "rejected")
                .seesRow(NOBODY, "pending");
        nora.sees(NAME)
                .opens("/DFW/images")
                .seesRow(NAME, "1 accepted · 1 pending · 1 rejected")
                .sees(NAME);
    }

    private void noraPaysAndIrisDoesNot() {
        nora.follows("Costs").sees("Storage of your images").seesRow(NAME, "import");
        iris.opens("/DFW/costs").sees("Shared with you").seesRow(NAME, "account 100200");
    }
}
