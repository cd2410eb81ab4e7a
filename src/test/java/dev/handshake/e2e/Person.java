package dev.handshake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.util.List;

/** Somebody at a browser of its own. Whatever page it sees is inspected. */
class Person {

    private final String name;
    private final BrowserContext context;
    private final Tab tab;
    private final PackagedPortal portal;

    /** @param scripts whether its browser runs any */
    Person(String name, BrowserContext context, boolean scripts, PackagedPortal portal) {
        this.name = name;
        this.context = context;
        this.tab = new Tab(context.newPage(), scripts);
        this.portal = portal;
    }

    Person opens(String path) {
        tab.open(portal.at(path).toString());
        return this;
    }

    /** Opens a page, is sent to the provider, signs in there, and comes back. */
    Person signsIn(String path) {
        opens(path);
        tab.signIn(name);
        return this;
    }

    Person follows(String link) {
        tab.leave(tab.link(link));
        return this;
    }

    Person presses(String button) {
        tab.leave(tab.button(button));
        return this;
    }

    Person unfolds(String summary) {
        tab.summary(summary).click();
        return this;
    }

    Person types(String label, String text) {
        tab.field(label).fill(text);
        return this;
    }

    Person chooses(String label, String value) {
        tab.field(label).selectOption(value);
        return this;
    }

    Person ticks(String label) {
        tab.field(label).check();
        return this;
    }

    Person sees(String... texts) {
        for (String text : texts) {
            assertThat(tab.body()).containsText(text);
        }
        tab.inspect();
        return this;
    }

    /** The same, but what takes a while. */
    Person awaits(String text) {
        assertThat(tab.body()).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(180_000));
        return this;
    }

    /** By its button. */
    Person copies(String what, String text) {
        tab.button("Copy " + what).click();
        assertThat(tab.button("Copied")).isVisible();
        assertEquals(text, tab.copied());
        assertThat(tab.button("Copy " + what)).isVisible();
        return this;
    }

    /** Where a link leads. */
    String address(String link) {
        return tab.link(link).getAttribute("href");
    }

    Person doesNotSee(String... texts) {
        for (String text : texts) {
            assertThat(tab.body()).not().containsText(text);
        }
        return this;
    }

    /** Together in one line of a list. */
    Person seesLine(String... texts) {
        assertThat(tab.together("li", texts).first()).isVisible();
        return this;
    }

    /** Together in one row of a table. */
    Person seesRow(String... texts) {
        assertThat(tab.together("tr", texts).first()).isVisible();
        return this;
    }

    Person seesNoLine(String... texts) {
        assertThat(tab.together("li", texts)).hasCount(0);
        return this;
    }

    Person seesNoRow(String text) {
        assertThat(tab.together("tr", text)).hasCount(0);
        return this;
    }

    Person canOnlyRead() {
        assertThat(tab.changes()).hasCount(0);
        return this;
    }

    Person isOn(String address) {
        assertEquals(portal.at(address).toString(), tab.address());
        return this;
    }

    String typed(String label) {
        return tab.field(label).inputValue();
    }

    /** Where it is, without the query. */
    String path() {
        return URI.create(tab.address()).getPath();
    }

    List<Cookie> cookies() {
        return context.cookies(portal.at("/").toString());
    }

    /** Puts somebody else's cookies into its own browser. */
    Person copies(List<Cookie> cookies) {
        context.addCookies(cookies);
        return this;
    }

    /** The session ends while its page is open. */
    Person losesCookies() {
        context.clearCookies();
        return this;
    }

    Person goesBack() {
        tab.back();
        return this;
    }

    /** In the page that is open. */
    Object runs(String script) {
        return tab.run(script);
    }

    /** What a link gives to be kept as a file. */
    byte[] downloads(String link) {
        return tab.download(tab.link(link));
    }

    /** From the form for it, which may be filled in already. */
    Person brings(String image, byte[] file) {
        if (!path().endsWith("/uploads")) {
            opens("/DFW/images/uploads");
        }
        types("Name", image);
        tab.field("Disk image file").setInputFiles(new FilePayload("disk.img", "application/octet-stream", file));
        tab.send(tab.button("Bring it in"));
        return this;
    }

    Person offers(String image, String... numbers) {
        opens(image).follows("Offer…").types("Account numbers", String.join("\n", numbers));
        return presses("Review").agrees("Make " + numbers.length + (numbers.length == 1 ? " offer" : " offers"));
    }

    /** Ticks the whole checklist. */
    Person agrees(String button) {
        tab.all("main input[type=checkbox]").all().forEach(Locator::check);
        return presses(button);
    }

    Person deletes(String image, String imageName) {
        opens(image).follows("Delete…");
        tab.all("#typed").all().forEach(asked -> asked.fill(imageName));
        return presses("Delete");
    }
}
