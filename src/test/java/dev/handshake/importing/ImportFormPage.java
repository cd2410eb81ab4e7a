package dev.handshake.importing;

import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.TaskPage;
import dev.handshake.testing.TestUser;

/** The import form. */
class ImportFormPage {

    /** Starts an import; returns its page. */
    static HtmlPage submit(TestUser testUser, String name, String address) {
        return testUser.opens("/DFW/imports/new").is(200).presses("Import", "name", name, "address", address);
    }

    /** Starts an import and waits for its end; returns its page. */
    static HtmlPage submitAndAwait(TestUser testUser, String name, String address) {
        return TaskPage.awaitFinished(testUser, submit(testUser, name, address));
    }
}
