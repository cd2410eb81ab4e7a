package dev.handshake.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.handshake.disk.DiskFiles;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Recipients of an offer are found by a part of their label. */
@ExtendWith(BrowserEnvironmentExtension.class)
class AddressBookIT {

    private static final String NAME = "Image for the address book";
    private static final String LABEL_ALL = "Promise.all([%s].map(number => fetch('%s/offers/' + number + '/label',"
            + " { method: 'POST', body: new URLSearchParams({ label: 'Team ' + number }) }))).then(() => true)";

    private final BrowserUser nora;

    AddressBookIT(BrowserEnvironment browserEnvironment) {
        this.nora = browserEnvironment.user("nora");
    }

    @Test
    void the_filter_shows_what_matches_and_what_is_selected() {
        String[] numbers =
                IntStream.range(0, 9).mapToObj(each -> "88500" + each).toArray(String[]::new);
        String image = nora.uploads(NAME, DiskFiles.qcow2(1L << 30)).path();
        nora.offers(image, numbers).runsScript(LABEL_ALL.formatted(String.join(",", numbers), image));
        nora.opens("/DFW/images").uploads(NAME + " too", DiskFiles.qcow2(1L << 30));
        String other = nora.path();
        nora.follows("Offer…").sees("Team 885003").ticks("Team 885003 885003");
        Locator rows = nora.tab().all("#book li:visible");
        nora.types("Filter the address book", "tEAM 885007");
        assertThat(rows).hasCount(2);
        assertThat(rows.filter(new Locator.FilterOptions().setHasText("885003")))
                .isVisible();
        nora.tab().field("Filter the address book").press("Enter"); // does not send the form
        nora.ticks("Team 885007 885007").types("Filter the address book", "");
        nora.presses("Review").sees("885003", "885007").doesNotSee("885001");
        nora.deletes(image, NAME).deletes(other, NAME + " too");
    }
}
