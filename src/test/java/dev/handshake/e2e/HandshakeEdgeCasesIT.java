package dev.handshake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import dev.handshake.disk.DiskFiles;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages that users see only after a mistake. */
@ExtendWith(BrowserEnvironmentExtension.class)
class HandshakeEdgeCasesIT {

    private static final String NAME = "Image on a side road";
    private static final String OTTO = "300400";
    private static final String SELECT_ALL = "document.querySelector('[data-select-all]').click()";

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
    void from_ten_accounts_on_their_number_is_typed() {
        nora.offers(image, "1001", "1002", "1003", "1004", "1005", "1006", "1007", "1008");
        nora.opens(image).presses("Remove all…").sees("Withdraw 10 offers?", OTTO, "500600");
        nora.types("Type 10", "9").presses("Withdraw 10 offers").sees("Type 10, the number of accounts listed.");
        nora.types("Type 10", "10").presses("Withdraw 10 offers").sees("10 offers withdrawn", "No members yet");
    }

    @Test
    void several_offers_are_taken_back_at_once() {
        nora.opens("/ORD/offers?status=accepted")
                .sees("No offers with this status")
                .opens("/DFW/offers");
        nora.ticks("Select " + NAME + " for account " + OTTO)
                .sees("1 selected")
                .presses("Remove selected…")
                .sees("Withdraw 1 offer?", OTTO);
        nora.presses("Withdraw 1 offer").seesNoRow(OTTO).seesRow(NAME, "500600").sees("1 offer withdrawn");
    }

    @Test
    void buttons_wait_for_a_selection_and_count_it() {
        for (String list : List.of("/DFW/offers", image, "/DFW/images")) {
            nora.opens(list);
            assertTrue(mustSelectFirst(), list);
            nora.runsScript("document.querySelector('main [type=checkbox][name]').click()");
            nora.sees("1 selected");
            assertFalse(mustSelectFirst(), list);
        }
        nora.opens(image).runsScript(SELECT_ALL);
        nora.sees("2 selected", "Clear selection").runsScript(SELECT_ALL);
        assertTrue(mustSelectFirst());
    }

    private boolean mustSelectFirst() {
        return (boolean) nora.runsScript("document.querySelector('[data-needs-selection]').disabled");
    }

    @Test
    void members_are_found_labelled_and_withdrawn_by_keyboard_alone() {
        nora.offers(image, IntStream.range(1001, 1031).mapToObj(String::valueOf).toArray(String[]::new));
        BrowserTab tab = nora.opens(image).sees("32 of 128 members").tab();
        reach(tab.link("Next page"));
        nora.seesRow(OTTO).sees("Previous page");
        reach(tab.link("Pending 32"));
        tab.tabTo(tab.field("Search by number or label"));
        tab.type("1");
        tab.type("9");
        tab.typeAndWait("Enter");
        nora.seesRow("1019").seesNoRow("1020").sees("“19”");
        tab.tabTo(tab.link("Label… for account 1019"));
        tab.type("Enter");
        assertThat(tab.all("#label")).isFocused();
        nora.sees("Label for account 1019");
        tab.type("B");
        tab.typeAndWait("Enter");
        nora.seesRow("1019", "B").sees("Label for 1019 saved");
        withdrawByKeyboard(tab);
        reach(tab.button("Remind all pending"));
        nora.sees("31 accounts reminded");
        tab.tabTo(tab.summary("More"));
        tab.type("Enter");
        assertThat(tab.link("Edit…")).isVisible();
        nora.sees("Delete…");
        tab.type("Escape");
        assertThat(tab.link("Edit…")).isHidden();
    }

    private void withdrawByKeyboard(BrowserTab tab) {
        tab.tabTo(tab.link("Withdraw… account 1019"));
        tab.type("Enter");
        nora.sees("Withdraw the offer to account 1019?");
        tab.type("Escape");
        assertThat(tab.all("dialog")).hasCount(0);
        assertThat(tab.link("Withdraw… account 1019")).isFocused();
        tab.type("Enter");
        tab.tabTo(tab.button("Withdraw"));
        tab.typeAndWait("Enter");
        nora.seesNoRow("1019").sees("1019 is no longer a member");
    }

    private void reach(Locator wanted) {
        nora.tab().tabTo(wanted);
        nora.tab().typeAndWait("Enter");
    }

    @Test
    void what_is_typed_elsewhere_is_copied() {
        nora.opens(image + "/details").copiesText("image id", image.replaceAll(".*/", ""));
        nora.opens("/DFW/images").expands("Command line").copiesText("command", "openstack image list");
    }

    @Test
    void long_words_do_not_push_the_page_aside() {
        String longest = "W".repeat(100);
        nora.opens(image).tab().link("Label… for account " + OTTO).click();
        nora.tab().all("#label").fill(longest);
        nora.presses("Save label").sees(longest);
        nora.follows("Offer…").sees("Address book", longest).ticks(OTTO).presses("Review");
        nora.seesLine(OTTO, longest, "already a member").sees("1 already a member");
        nora.opens("/DFW/images")
                .sees(longest)
                .opens("/DFW/offers")
                .sees(longest)
                .opens("/DFW/images?q=" + longest)
                .sees("No image matches");
    }
}
