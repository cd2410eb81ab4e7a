package dev.handshake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URI;
import java.nio.file.Path;

/** A user with a separate browser session. Every page shown is checked by {@link PageQualityCheck}. */
class BrowserUser {

    private final String name;
    private final BrowserContext context;
    private final BrowserTab tab;
    private final PackagedPortal portal;

    /** @param scripts whether JavaScript is enabled */
    BrowserUser(String name, BrowserContext context, boolean scripts, PackagedPortal portal) {
        this.name = name;
        this.context = context;
        this.tab = new BrowserTab(context.newPage(), scripts);
        this.portal = portal;
    }

    BrowserUser opens(String path) {
        tab.open(portal.uri(path).toString());
        return this;
    }

    /** Opens a page, signs in at the provider and returns. */
    BrowserUser signsIn(String path) {
        opens(path);
        tab.signIn(name);
        return this;
    }

    BrowserUser follows(String link) {
        tab.clickAndWait(tab.link(link));
        return this;
    }

    BrowserUser presses(String button) {
        tab.clickAndWait(tab.button(button));
        return this;
    }

    BrowserUser expands(String summary) {
        tab.summary(summary).click();
        return this;
    }

    BrowserUser types(String label, String text) {
        tab.field(label).fill(text);
        return this;
    }

    BrowserUser chooses(String label, String value) {
        tab.field(label).selectOption(value);
        return this;
    }

    BrowserUser ticks(String label) {
        tab.field(label).check();
        return this;
    }

    BrowserUser sees(String... texts) {
        for (String text : texts) {
            assertThat(tab.body()).containsText(text);
        }
        tab.checkQuality();
        return this;
    }

    /** Same, with a long timeout. */
    BrowserUser awaits(String text) {
        assertThat(tab.body()).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(180_000));
        return this;
    }

    /** Clicks the copy button and checks the clipboard. */
    BrowserUser copiesText(String what, String text) {
        tab.button("Copy " + what).click();
        assertThat(tab.button("Copied")).isVisible();
        assertEquals(text, tab.clipboardText());
        assertThat(tab.button("Copy " + what)).isVisible();
        return this;
    }

    /** The target of a link. */
    String hrefOf(String link) {
        return tab.link(link).getAttribute("href");
    }

    BrowserUser doesNotSee(String... texts) {
        for (String text : texts) {
            assertThat(tab.body()).not().containsText(text);
        }
        return this;
    }

    /** Expects the texts together in one list item. */
    BrowserUser seesLine(String... texts) {
        assertThat(tab.elementsWith("li", texts).first()).isVisible();
        return this;
    }

    /** Expects the texts together in one table row. */
    BrowserUser seesRow(String... texts) {
        assertThat(tab.elementsWith("tr", texts).first()).isVisible();
        return this;
    }

    BrowserUser seesNoLine(String... texts) {
        assertThat(tab.elementsWith("li", texts)).hasCount(0);
        return this;
    }

    BrowserUser seesNoRow(String text) {
        assertThat(tab.elementsWith("tr", text)).hasCount(0);
        return this;
    }

    BrowserUser canOnlyRead() {
        assertThat(tab.changeControls()).hasCount(0);
        return this;
    }

    BrowserUser isOn(String address) {
        assertEquals(portal.uri(address).toString(), tab.address());
        return this;
    }

    String fieldValue(String label) {
        return tab.field(label).inputValue();
    }

    /** The path of the current URL. */
    String path() {
        return URI.create(tab.address()).getPath();
    }

    BrowserCookies cookies() {
        return new BrowserCookies(context, portal);
    }

    BrowserTab tab() {
        return tab;
    }

    /** Runs a script in the current page. */
    Object runsScript(String script) {
        return tab.run(script);
    }

    /** The file behind a download link. */
    byte[] downloads(String link) {
        return tab.download(tab.link(link));
    }

    /** Uploads through the form, which may be filled in already. */
    BrowserUser uploads(String image, byte[] file) {
        new UploadForm(this).fill(image, file);
        tab.submitFile(tab.button("Upload"));
        return this;
    }

    BrowserUser offers(String image, String... numbers) {
        opens(image).follows("Offer…").types("Account numbers", String.join("\n", numbers));
        return presses("Review")
                .confirmsChecklist("Make " + numbers.length + (numbers.length == 1 ? " offer" : " offers"));
    }

    /** Checks all checklist items. */
    BrowserUser confirmsChecklist(String button) {
        tab.all("main input[type=checkbox]").all().forEach(Locator::check);
        return presses(button);
    }

    BrowserUser takesScreenshot(Path file) {
        tab.screenshot(file);
        return this;
    }

    BrowserUser deletes(String image, String imageName) {
        opens(image).expands("More").follows("Delete…");
        tab.all("#typed").all().forEach(asked -> asked.fill(imageName));
        return presses("Delete");
    }
}
