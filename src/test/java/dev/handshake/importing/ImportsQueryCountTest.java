package dev.handshake.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.Cast;
import dev.handshake.testing.FakeMirror;
import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.QueryCounter;
import org.junit.jupiter.api.Test;

/** Pages take a fixed number of queries. */
@PortalTest
@AlsoOnH2
class ImportsQueryCountTest {

    private final Cast cast = new Cast();

    @Test
    void the_imports_cost_the_page_and_the_head_and_the_form_the_quota() {
        HtmlPage over = ImportFormPage.submitAndAwait(cast.producer, "one", FakeMirror.urlOf("/raw/512"));
        assertQueryCount(2, "/DFW/imports");
        for (int each = 0; each < 5; each++) {
            ImportFormPage.submitAndAwait(cast.producer, "more", FakeMirror.urlOf("/raw/512"));
        }
        assertQueryCount(2, "/DFW/imports");
        assertQueryCount(2, over.path());
        assertQueryCount(2, "/DFW/imports/new");
    }

    private void assertQueryCount(int queries, String path) {
        assertEquals(queries, QueryCounter.count(() -> cast.producer.opens(path).is(200)), path);
    }
}
