package dev.handshake.importing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.Page;
import dev.handshake.Person;
import java.util.UUID;

/** Somebody at the import form, and at the page that tells how it went. */
class Imported {

    /** The page of the import that the form began. */
    static Page begins(Person person, String name, String address) {
        return person.opens("/DFW/imports/new").is(200).presses("Fetch it", "name", name, "address", address);
    }

    /** The page of the import once it is over. */
    static Page fetches(Person person, String name, String address) {
        return over(person, begins(person, name, address).is(200));
    }

    static Page over(Person person, Page page) {
        return until(person, page, "success", "failure");
    }

    static Page until(Person person, Page page, String... states) {
        Page now = page;
        for (int tries = 0; !java.util.List.of(states).contains(state(now)); tries++) {
            assertTrue(tries < 300, "waited for 30 seconds: " + now.text());
            pause();
            now = person.opens(page.path()).is(200);
        }
        return now;
    }

    static String state(Page page) {
        return page.first("#how-far").text();
    }

    static UUID id(Page page) {
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
