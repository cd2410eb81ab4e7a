package dev.handshake.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.util.List;

/** The cookies of the portal in one browser session. */
record BrowserCookies(BrowserContext context, PackagedPortal portal) {

    List<Cookie> all() {
        return context.cookies(portal.uri("/").toString());
    }

    /** Puts somebody else's cookies in. */
    void add(List<Cookie> cookies) {
        context.addCookies(cookies);
    }

    /** Deletes the session while a page is open. */
    void clear() {
        context.clearCookies();
    }
}
