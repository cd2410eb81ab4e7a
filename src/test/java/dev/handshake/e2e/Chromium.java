package dev.handshake.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The installed Chromium, headless. */
class Chromium implements AutoCloseable {

    private static final Path EXECUTABLE = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

    static final String MISSING = "There is no Chromium at " + EXECUTABLE
            + ", and without it the end-to-end tests are skipped. Install it, or let CHROMIUM say where it is.";

    private static final int BROWSERS_TEXT_SIZE = 16;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    Chromium() {
        this(BROWSERS_TEXT_SIZE);
    }

    /** @param textSize as set in the settings of the browser, in pixels */
    Chromium(int textSize) {
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(EXECUTABLE)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--blink-settings=defaultFontSize=" + textSize)));
    }

    static boolean isInstalled() {
        return Files.isExecutable(EXECUTABLE);
    }

    /**
     * A separate session with clipboard access. Reduced motion disables color transitions, so that contrast can be
     * measured.
     */
    BrowserContext newContext(boolean scripts) {
        return browser.newContext(new Browser.NewContextOptions()
                .setReducedMotion(ReducedMotion.REDUCE)
                .setPermissions(List.of("clipboard-read", "clipboard-write"))
                .setJavaScriptEnabled(scripts));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
