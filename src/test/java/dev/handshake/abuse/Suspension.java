package dev.handshake.abuse;

import dev.handshake.Cast;
import dev.handshake.Person;
import java.util.UUID;

/** The operator suspends an image that somebody reported, and lifts that. */
class Suspension {

    private final Person operator = CasesTest.operator();
    private final String desk;

    private Suspension(Person reporter, UUID image) {
        desk = CasesTest.reports(reporter, image, "malicious", "It mines coins.")
                .path()
                .replace("cases", "desk");
    }

    /** One of an image that is offered to {@code reporter}. */
    static Suspension of(Person reporter, UUID image) {
        return new Suspension(reporter, image).again();
    }

    /** The same, offered and reported by an account that has nothing else to do with it. */
    static Suspension of(Cast cast, Person owner, UUID image) {
        cast.offers(owner, image, cast.another.account);
        return of(cast.another, image);
    }

    Suspension again() {
        operator.posts(desk + "/deactivation", "why", "It carries a miner.").is(200);
        return this;
    }

    void lifted() {
        operator.posts(desk + "/reinstatement").is(200);
    }
}
