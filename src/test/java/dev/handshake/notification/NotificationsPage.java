package dev.handshake.notification;

import dev.handshake.testing.HtmlPage;
import dev.handshake.testing.TestUser;
import java.util.List;

/** The notifications page in DFW. */
class NotificationsPage {

    static HtmlPage open(TestUser testUser) {
        return testUser.opens("/DFW/notifications").is(200);
    }

    /** The texts of the notifications, newest first. */
    static List<String> texts(TestUser testUser) {
        return open(testUser).texts(".notification-text");
    }

    /** The badge on the bell, or empty. */
    static List<String> badge(TestUser testUser) {
        return testUser.opens("/DFW/history").is(200).texts(".bell .count");
    }
}
