package dev.handshake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The header of every page: regions, tabs, the account and its theme; and how the focus looks. */
@ExtendWith(BrowserEnvironmentExtension.class)
class PageHeadIT {

    private static final String DARK = "rgb(18, 23, 26)";
    private static final String LIGHT = "rgb(247, 245, 240)";

    private final BrowserUser nora;
    private final BrowserTab tab;

    PageHeadIT(BrowserEnvironment browserEnvironment) {
        this.nora = browserEnvironment.user("nora");
        this.tab = nora.tab();
    }

    @BeforeEach
    void the_system_is_light_and_the_window_wide() {
        tab.resize(1280);
        tab.emulate(ColorScheme.LIGHT);
    }

    @Test
    void what_is_not_found_keeps_the_region_the_tabs_and_the_account() {
        nora.opens("/ORD/images/00000000-0000-4000-8000-000000000000")
                .sees("Not found", "Signed in as Nora Lind, account 100200");
        assertThat(tab.link("Sign out")).hasCount(0);
        nora.follows("Offers").isOn("/ORD/offers").opens("/ORD/nothing").follows("Go to images");
        nora.isOn("/ORD/images");
    }

    @Test
    void another_region_keeps_the_page() {
        nora.opens("/DFW/history").expands("DFW").follows("ORD").isOn("/ORD/history");
    }

    @Test
    void the_account_menu_says_who_is_signed_in() {
        nora.opens("/DFW/history").expands("Account menu").sees("Signed in as", "Nora Lind", "admin");
        nora.copiesText("this account number", "100200");
        tab.type("Escape");
        assertThat(tab.link("Your account")).hasCount(0);
        assertThat(tab.summary("Account menu")).isFocused();
        tab.type("Enter");
        assertThat(tab.link("Your account")).isVisible();
    }

    @Test
    void a_theme_is_shown_at_once_and_kept() {
        nora.opens("/DFW/history");
        assertEquals(LIGHT, background());
        nora.expands("Account menu");
        tab.clickAndAwaitAnswer(tab.button("Dark"));
        assertEquals(DARK, background(), "without another page");
        nora.opens("/DFW/offers").sees("Offers");
        assertEquals(DARK, background(), "on the next page");
        nora.expands("Account menu");
        tab.clickAndAwaitAnswer(tab.button("System"));
        assertEquals(LIGHT, background());
        tab.emulate(ColorScheme.DARK);
        assertEquals(DARK, background());
    }

    private Object background() {
        return nora.runsScript("() => getComputedStyle(document.body).backgroundColor");
    }

    @Test
    void a_phone_has_one_row_and_a_menu() {
        nora.opens("/DFW/history").tab().resize(390);
        assertEquals(true, nora.runsScript("() => document.querySelector('.top').offsetHeight < 64"), "one row");
        tab.button("Menu").click();
        assertThat(tab.link("Costs")).isVisible();
        tab.type("Escape");
        assertThat(tab.link("Costs")).isHidden();
        tab.button("Menu").click();
        nora.follows("Costs").isOn("/DFW/costs");
    }

    @Test
    void everything_in_focus_has_the_same_outline() {
        for (String page : List.of("/DFW/images", "/DFW/imports/new", "/account", "/DFW/notifications/settings")) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                nora.opens(page);
                tab.emulate(scheme);
                assertEquals(List.of(), withOtherOutline(), page + " " + scheme);
            }
        }
    }

    /** Reached by keyboard, as a script's focus is after a key. */
    private Object withOtherOutline() {
        tab.type("Tab");
        return nora.runsScript("""
                () => {
                  const outline = each => {
                    each.focus();
                    const style = getComputedStyle(each);
                    return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow].join(' ');
                  };
                  const color = getComputedStyle(document.querySelector('.skip')).outlineColor;
                  return [...document.querySelectorAll('a, button, input, select, textarea, summary')]
                      .filter(each => each.checkVisibility() && each.type !== 'hidden' && !each.disabled)
                      .filter(each => outline(each) !== `solid 3px ${color} none`)
                      .map(each => each.outerHTML);
                }
                """);
    }

    @Test
    void a_refused_form_has_the_focus_on_its_first_wrong_field() {
        nora.opens("/DFW/imports/new").types("URL", "ftp://mirror.example/disk");
        nora.runsScript("() => { document.querySelector('main form').noValidate = true; }");
        nora.presses("Import").sees("http");
        assertThat(tab.field("URL")).isFocused();
    }
}
