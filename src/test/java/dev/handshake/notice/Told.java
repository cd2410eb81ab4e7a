package dev.handshake.notice;

import dev.handshake.Page;
import dev.handshake.Person;
import java.util.List;

/** What somebody is told in DFW. */
class Told {

    static Page page(Person person) {
        return person.opens("/DFW/notices").is(200);
    }

    /** The words of the notices, the newest first. */
    static List<String> words(Person person) {
        return page(person).texts(".notice-words");
    }

    /** What the bell says beside it, or nothing. */
    static List<String> bell(Person person) {
        return person.opens("/DFW/history").is(200).texts(".bell .count");
    }
}
