package dev.handshake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.handshake.disk.DiskFiles;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pages on paper, and with the text size of the browser doubled. */
@ExtendWith(BrowserEnvironmentExtension.class)
class PrintAndTextSizeIT {

    private static final String NAME = "Readable image";
    private static final int DOUBLE = 32;
    private static final List<Integer> WIDTHS = List.of(1280, 768);
    private static final int PAPER_WIDTH = 718;

    private final PackagedPortal portal;
    private final BrowserUser nora;
    private String image;

    PrintAndTextSizeIT(BrowserEnvironment browserEnvironment) {
        this.portal = browserEnvironment.portal();
        this.nora = browserEnvironment.user("nora");
    }

    @BeforeEach
    void an_image_is_offered() {
        image = nora.uploads(NAME, DiskFiles.qcow2(1L << 30)).path();
        nora.offers(image, "300400", "500600");
    }

    @AfterEach
    void the_image_goes() {
        nora.deletes(image, NAME);
    }

    private List<String> paths() {
        return List.of(
                "/DFW/images",
                image,
                "/DFW/images/uploads",
                "/DFW/servers",
                "/DFW/invitations",
                "/DFW/offers",
                "/DFW/history",
                "/DFW/costs",
                "/DFW/notifications",
                "/account");
    }

    @Test
    void at_twice_the_text_size_nothing_is_cut_and_nothing_overlaps() {
        try (Chromium large = new Chromium(DOUBLE);
                BrowserContext context = large.newContext(true)) {
            context.addCookies(nora.cookies().all());
            Page page = context.newPage();
            for (String path : paths()) {
                page.navigate(portal.uri(path).toString());
                assertEquals("32px", page.evaluate("getComputedStyle(document.documentElement).fontSize"));
                for (int width : WIDTHS) {
                    page.setViewportSize(width, 900);
                    assertEquals(List.of(), PageQualityCheck.layoutFaults(page, true), path + " at " + width);
                }
            }
        }
    }

    @Test
    void on_paper_is_what_a_page_says_and_nothing_to_press() {
        Page page = nora.tab().printPreview(PAPER_WIDTH);
        try {
            for (String path : paths()) {
                page.navigate(portal.uri(path).toString());
                assertEquals(List.of(), PageQualityCheck.layoutFaults(page, true), path);
                assertThat(page.locator(".top")).isHidden();
                assertThat(page.locator("main .btn:visible")).hasCount(0);
                assertThat(page.locator("body")).hasCSS("color", "rgb(30, 36, 41)");
            }
            page.navigate(portal.uri("/DFW/costs").toString());
            assertThat(page.locator("th[scope=col]:visible").first()).hasText("Image");
        } finally {
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setColorScheme(ColorScheme.LIGHT));
        }
    }
}
