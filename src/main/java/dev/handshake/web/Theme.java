package dev.handshake.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.List;

/**
 * The colors of pages, chosen per browser. A cookie holds the choice, so that the first paint is right and no script is
 * needed.
 */
@RequestScoped
@Named("theme")
public class Theme {

    /** Follows the setting of the browser or operating system. */
    private static final String SYSTEM = "system";

    private static final List<String> NAMES = List.of(SYSTEM, "light", "dark");
    private static final String COOKIE = "theme";
    private static final Duration KEPT = Duration.ofDays(365);

    private final PortalCookies cookies;

    Theme(PortalCookies cookies) {
        this.cookies = cookies;
    }

    public List<String> getNames() {
        return NAMES;
    }

    public String getName() {
        return known(cookies.get(COOKIE));
    }

    /** Keeps the choice; anything that is no theme counts as system. */
    public void choose(String name) {
        String chosen = known(name);
        if (chosen.equals(SYSTEM)) {
            cookies.remove(COOKIE);
        } else {
            cookies.set(COOKIE, chosen, KEPT.toSeconds());
        }
    }

    private static String known(String name) {
        return name != null && NAMES.contains(name) ? name : SYSTEM;
    }
}
