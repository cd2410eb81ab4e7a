package dev.handshake.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A browser tab that finds elements by their visible text. */
class BrowserTab {

    /** Controls that could change something on any page, apart from search and copy buttons. */
    private static final String CHANGE_CONTROLS = "main button:not(.copy, [role=search] *),"
            + " main input:is([type=checkbox], [type=file]), main .btn-primary";

    private static final int MAX_TAB_STOPS = 200;

    private final Page page;
    private final PageQualityCheck qualityCheck;
    private int loaded;

    /** @param scripts whether JavaScript is enabled */
    BrowserTab(Page page, boolean scripts) {
        this.page = page;
        this.qualityCheck = new PageQualityCheck(page, scripts);
        page.onLoad(done -> loaded++);
    }

    void open(String address) {
        page.navigate(address);
    }

    void reload() {
        page.reload();
    }

    void close() {
        page.close();
    }

    /** Clicks a link that opens another tab of the same session. */
    BrowserTab openTab(Locator by) {
        return new BrowserTab(page.waitForPopup(by::click), qualityCheck.hasScripts());
    }

    void back() {
        page.goBack();
    }

    Object run(String script) {
        return page.evaluate(script);
    }

    String address() {
        return page.url();
    }

    /** Clicks an element and waits for the page it loads. */
    void clickAndWait(Locator by) {
        int before = loaded;
        by.click();
        page.waitForCondition(() -> loaded > before);
    }

    /** Clicks an upload button and waits for the response, which with JavaScript arrives without a page load. */
    void submitFile(Locator by) {
        Response answer = page.waitForResponse(BrowserTab::isFinalResponse, by::click);
        page.waitForURL(answer.url());
    }

    private static boolean isFinalResponse(Response response) {
        boolean redirected = response.request().redirectedFrom() != null;
        return redirected || response.request().method().equals("POST") && response.status() != 303;
    }

    /** Clicks a button whose form a script sends, so that the page stays. */
    void clickAndAwaitAnswer(Locator by) {
        page.waitForResponse(answer -> answer.request().method().equals("POST"), by::click);
    }

    /** Clicks a download link. */
    byte[] download(Locator by) {
        try (InputStream file = page.waitForDownload(by::click).createReadStream()) {
            return file.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The text in the clipboard. */
    String clipboardText() {
        return (String) page.evaluate("navigator.clipboard.readText()");
    }

    void resize(int width) {
        page.setViewportSize(width, 800);
    }

    void type(String key) {
        page.keyboard().press(key);
    }

    /** Same, and waits for the page it loads. */
    void typeAndWait(String key) {
        int before = loaded;
        type(key);
        page.waitForCondition(() -> loaded > before);
    }

    /** Moves the focus with the Tab key alone, from where it is. */
    void tabTo(Locator wanted) {
        for (int pressed = 0; pressed < MAX_TAB_STOPS; pressed++) {
            if ((boolean) wanted.evaluate("each => each === document.activeElement")) {
                return;
            }
            type("Tab");
        }
        throw new AssertionError("the Tab key does not reach " + wanted);
    }

    void emulate(ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    /** The page as it would be printed, also where the system is dark. */
    Page printPreview(int width) {
        page.setViewportSize(width, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
        return page;
    }

    /** Captures the upper part of the page, 1280 pixels wide. */
    void screenshot(Path file) {
        page.setViewportSize(1280, 1024);
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    void checkQuality() {
        qualityCheck.run();
    }

    /** Submits the identity provider's form. */
    void signIn(String name) {
        page.locator("#username").fill(name);
        page.locator("#password").fill(name);
        clickAndWait(signIn());
    }

    Locator signIn() {
        return page.locator("#kc-login");
    }

    Locator changeControls() {
        return page.locator(CHANGE_CONTROLS);
    }

    Locator body() {
        return page.locator("body");
    }

    Locator link(String words) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    Locator button(String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    Locator field(String label) {
        return page.getByLabel(label);
    }

    Locator summary(String words) {
        return page.locator("summary").filter(withText(words));
    }

    Locator all(String selector) {
        return page.locator(selector);
    }

    /** List items or table rows that contain all of these texts. */
    Locator elementsWith(String element, String... words) {
        Locator found = page.locator(element);
        for (String each : words) {
            found = found.filter(withText(each));
        }
        return found;
    }

    private static Locator.FilterOptions withText(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }
}
