package dev.handshake;

import java.util.List;
import java.util.UUID;

/** Somebody at the page of a task, which tells how far it is. */
public class TaskPage {

    public static Page over(Person person, Page page) {
        return until(person, page, "success", "failure");
    }

    public static Page until(Person person, Page page, String... states) {
        return Patience.until(
                () -> person.opens(page.path()).is(200), now -> List.of(states).contains(state(now)));
    }

    public static String state(Page page) {
        return page.first("#how-far").text();
    }

    public static UUID id(Page page) {
        return UUID.fromString(page.path().replaceAll(".*/", ""));
    }
}
