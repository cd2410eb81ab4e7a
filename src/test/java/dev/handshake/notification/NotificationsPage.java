package dev.handshake.notification;

import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.TestUser;
import java.util.List;

/** What somebody is told in DFW. */
class NotificationsPage {

    static HtmlPage open(TestUser testUser) {
        return testUser.opens("/DFW/notices").is(200);
    }

    /** The words of the notices, the newest first. */
    static List<String> texts(TestUser testUser) {
        return open(testUser).texts(".notice-words");
    }

    /** What the bell says beside it, or nothing. */
    static List<String> badge(TestUser testUser) {
        return testUser.opens("/DFW/history").is(200).texts(".bell .count");
    }
}
