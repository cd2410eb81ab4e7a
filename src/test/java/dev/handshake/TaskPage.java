package dev.handshake;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;

/** Somebody at the page of a task, which tells how far it is. */
public class TaskPage {

    public static Page over(Person person, Page page) {
        return until(person, page, "success", "failure");
    }

    public static Page until(Person person, Page page, String... states) {
        Page now = page.is(200);
        for (int tries = 0; !List.of(states).contains(state(now)); tries++) {
            assertTrue(tries < 300, "waited for 30 seconds: " + now.text());
            pause();
            now = person.opens(page.path()).is(200);
        }
        return now;
    }

    public static String state(Page page) {
        return page.first("#how-far").text();
    }

    public static UUID id(Page page) {
        return UUID.fromString(page.path().replaceAll(".*/", ""));
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
