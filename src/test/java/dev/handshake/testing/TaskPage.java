package dev.handshake.testing;

import java.util.List;
import java.util.UUID;

/** The page of a task, with its progress. */
public class TaskPage {

    public static HtmlPage awaitFinished(TestUser testUser, HtmlPage page) {
        return awaitState(testUser, page, "Completed", "Failed");
    }

    public static HtmlPage awaitState(TestUser testUser, HtmlPage page, String... states) {
        return Eventually.get(
                () -> testUser.opens(page.path()).is(200),
                now -> List.of(states).contains(state(now)));
    }

    public static String state(HtmlPage page) {
        return page.element("#how-far").text();
    }

    public static UUID taskId(HtmlPage page) {
        return UUID.fromString(page.path().replaceAll(".*/", ""));
    }
}
