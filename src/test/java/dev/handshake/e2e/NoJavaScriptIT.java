package dev.handshake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.handshake.disk.DiskFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything works without JavaScript. */
@ExtendWith(BrowserEnvironmentExtension.class)
class NoJavaScriptIT {

    private static final String NAME = "Plain image";

    private final BrowserUser nora;
    private final BrowserUser iris;

    NoJavaScriptIT(BrowserEnvironment browserEnvironment) {
        this.nora = browserEnvironment.newUserWithoutScript("nora").signsIn("/DFW/images");
        this.iris = browserEnvironment.newUserWithoutScript("iris").signsIn("/DFW/invitations");
    }

    @Test
    void the_handshake_needs_no_script() {
        byte[] file = DiskFiles.vhd(2L << 30);
        String image = nora.uploads(NAME, file).sees("“" + NAME + "” is ready").path();
        nora.follows("Details").sees(Sha512.hexOf(file), "vhd");
        nora.offers(image, "300400").seesLine("300400", "offered");
        String result = nora.path();
        nora.opens("/DFW/offers")
                .presses("Remove selected…")
                .sees("Nothing is selected")
                .isOn("/DFW/offers");
        iris.opens("/DFW/invitations")
                .presses("Accept selected")
                .sees("Nothing is selected")
                .isOn("/DFW/invitations");
        iris.presses("Accept " + NAME).sees("Accepted.", NAME);
        nora.opens(result).seesLine("300400", "accepted");
        iris.opens("/DFW/images")
                .seesRow(NAME, "Shared")
                .opens(image)
                .follows("Reject…")
                .presses("Reject");
        iris.sees("1 invitation rejected")
                .opens("/DFW/invitations?status=rejected")
                .sees(NAME);
        nora.opens(image)
                .follows("Label… for account 300400")
                .tab()
                .all("#label")
                .fill("Lagos");
        nora.presses("Save label").seesRow("300400", "Lagos");
        nora.follows("Remove… account 300400").sees("loses access at once").follows("Cancel");
        nora.isOn(image)
                .seesRow("300400", "rejected")
                .presses("Remove rejected…")
                .presses("Remove 1 member");
        nora.sees("No members yet").deletes(image, NAME).sees("is deleted");
        iris.opens(image).sees("Not found");
    }

    @Test
    void a_form_sent_after_the_session_ended_is_sent_again_by_reloading() {
        UploadForm form = new UploadForm(nora);
        form.fill("Kept plain image", DiskFiles.qcow2(1L << 30)).cookies().clear();
        nora.presses("Upload").sees("You are no longer signed in, and nothing was changed.", "reload this page");
        form.signInElsewhere("nora");
        nora.tab().reload();
        nora.sees("“Kept plain image” is ready").deletes(nora.path(), "Kept plain image");
    }

    @Test
    void the_menus_of_a_phone_need_no_script() {
        nora.opens("/DFW/images").tab().resize(390);
        nora.tab().button("Menu").click();
        nora.follows("Offers").isOn("/DFW/offers");
        nora.expands("Account menu").presses("Dark").isOn("/DFW/offers");
        assertThat(nora.tab().all("html")).hasAttribute("data-theme", "dark");
        nora.expands("Account menu").presses("System").isOn("/DFW/offers");
        assertThat(nora.tab().all("html")).hasAttribute("data-theme", "system");
    }

    @Test
    void the_search_is_a_page() {
        nora.opens("/DFW/images").follows("Search").isOn("/DFW/search").types("Search", "imports");
        nora.presses("Search").sees("Go to").follows("Imports").isOn("/DFW/imports");
    }

    @Test
    void a_refused_form_has_the_focus_on_its_first_wrong_field() {
        nora.opens("/DFW/imports/new").types("URL", "ftp://mirror.example/disk");
        nora.tab().all("main form").evaluate("form => form.noValidate = true");
        nora.presses("Import");
        assertThat(nora.tab().field("URL")).isFocused();
    }
}
