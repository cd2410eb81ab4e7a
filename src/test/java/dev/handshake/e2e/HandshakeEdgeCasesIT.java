package dev.handshake.e2e;

import dev.handshake.disk.DiskFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages that users see only after a mistake. */
@ExtendWith(BrowserEnvironmentExtension.class)
class HandshakeEdgeCasesIT {

    private static final String NAME = "Image on a side road";
    private static final String OTTO = "300400";

    private final BrowserUser nora;
    private String image;

    HandshakeEdgeCasesIT(BrowserEnvironment browserEnvironment) {
        this.nora = browserEnvironment.user("nora");
    }

    @BeforeEach
    void an_image_is_offered() {
        image = nora.uploads(NAME, DiskFiles.vdi(1L << 30)).path();
        nora.offers(image, OTTO, "500600");
    }

    @AfterEach
    void the_image_goes() {
        nora.deletes(image, NAME);
    }

    @Test
    void an_offer_needs_a_number_and_a_new_one() {
        nora.opens(image)
                .follows("Offer…")
                .types("Account numbers", " , ")
                .presses("Review")
                .sees("at least one account number");
        nora.types("Account numbers", OTTO + " x")
                .presses("Review")
                .seesLine(OTTO, "already a member")
                .sees("Edit the account numbers above");
        nora.expands("Edit account numbers")
                .sees("Review again")
                .types("Account numbers", "1")
                .presses("Review again");
        nora.seesLine("1", "new").sees("Make 1 offer");
    }

    @Test
    void removing_all_asks_for_the_name() {
        nora.opens(image).presses("Remove all…").sees("Remove 2 members?", OTTO, "500600");
        nora.types("Type the image name", "another").presses("Remove 2 members").sees("not the name of the image");
        nora.types("Type the image name", NAME).presses("Remove 2 members").sees("2 members removed", "No members yet");
    }

    @Test
    void several_offers_are_taken_back_at_once() {
        nora.opens("/ORD/offers?status=accepted")
                .sees("No offers with this status")
                .opens("/DFW/offers");
        nora.ticks("Select " + NAME + " for account " + OTTO)
                .expands("Remove selected…")
                .sees("lose access to the images at once");
        nora.presses("Remove now").seesNoRow(OTTO).seesRow(NAME, "500600").sees("1 offer removed");
    }

    @Test
    void what_is_typed_elsewhere_is_copied() {
        nora.opens(image).copiesText("image id", image.replaceAll(".*/", ""));
        nora.opens("/DFW/images").expands("Command line").copiesText("command", "openstack image list");
    }

    @Test
    void long_words_do_not_push_the_page_aside() {
        String longest = "W".repeat(100);
        nora.opens(image)
                .expands("for account " + OTTO)
                .types("Label for " + OTTO, longest)
                .presses("Save label")
                .sees(longest);
        nora.opens("/DFW/images")
                .sees(longest)
                .opens("/DFW/offers")
                .sees(longest)
                .opens("/DFW/images?q=" + longest)
                .sees("No image matches");
    }
}
