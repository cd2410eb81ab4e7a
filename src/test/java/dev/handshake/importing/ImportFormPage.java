package dev.handshake.importing;

import dev.handshake.Page;
import dev.handshake.Person;
import dev.handshake.TaskPage;

/** Somebody at the import form. */
class ImportFormPage {

    /** The page of the import that the form began. */
    static Page submit(Person person, String name, String address) {
        return person.opens("/DFW/imports/new").is(200).presses("Fetch it", "name", name, "address", address);
    }

    /** The page of the import once it is over. */
    static Page submitAndAwait(Person person, String name, String address) {
        return TaskPage.over(person, submit(person, name, address));
    }
}
