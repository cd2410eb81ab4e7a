package dev.handshake.importing;

import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.TaskPage;
import dev.handshake.testing.TestUser;

/** Somebody at the import form. */
class ImportFormPage {

    /** The page of the import that the form began. */
    static HtmlPage submit(TestUser testUser, String name, String address) {
        return testUser.opens("/DFW/imports/new").is(200).presses("Fetch it", "name", name, "address", address);
    }

    /** The page of the import once it is over. */
    static HtmlPage submitAndAwait(TestUser testUser, String name, String address) {
        return TaskPage.awaitFinished(testUser, submit(testUser, name, address));
    }
}
