package dev.handshake.notification;

import dev.handshake.Page;
import dev.handshake.Person;
import java.util.List;

/** What somebody is told in DFW. */
class NotificationsPage {

    static Page open(Person person) {
        return person.opens("/DFW/notices").is(200);
    }

    /** The words of the notices, the newest first. */
    static List<String> texts(Person person) {
        return open(person).texts(".notice-words");
    }

    /** What the bell says beside it, or nothing. */
    static List<String> badge(Person person) {
        return person.opens("/DFW/history").is(200).texts(".bell .count");
    }
}
