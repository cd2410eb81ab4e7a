package dev.handshake.abuse;

import dev.handshake.Cast;
import dev.handshake.Person;
import java.util.UUID;

/** The operator suspends an image that somebody reported, and lifts that. */
class SuspensionFixture {

    private final Person operator = AbuseReportsResourceTest.operator();
    private final String desk;

    private SuspensionFixture(Person reporter, UUID image) {
        desk = AbuseReportsResourceTest.report(reporter, image, "malicious", "It mines coins.")
                .path()
                .replace("cases", "desk");
    }

    /** One of an image that is offered to {@code reporter}. */
    static SuspensionFixture suspend(Person reporter, UUID image) {
        return new SuspensionFixture(reporter, image).suspendAgain();
    }

    /** The same, offered and reported by an account that has nothing else to do with it. */
    static SuspensionFixture suspend(Cast cast, Person owner, UUID image) {
        cast.offers(owner, image, cast.another.account);
        return suspend(cast.another, image);
    }

    SuspensionFixture suspendAgain() {
        operator.posts(desk + "/deactivation", "why", "It carries a miner.").is(200);
        return this;
    }

    void lift() {
        operator.posts(desk + "/reinstatement").is(200);
    }
}
