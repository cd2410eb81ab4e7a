package dev.handshake.abuse;

import dev.handshake.testing.Cast;
import dev.handshake.testing.TestUser;
import java.util.UUID;

/** The operator suspends an image that somebody reported, and lifts that. */
class SuspensionFixture {

    private final TestUser operator = AbuseReportsResourceTest.operator();
    private final String desk;

    private SuspensionFixture(TestUser reporter, UUID image) {
        desk = AbuseReportsResourceTest.report(reporter, image, "malicious", "It mines coins.")
                .path()
                .replace("cases", "desk");
    }

    /** One of an image that is offered to {@code reporter}. */
    static SuspensionFixture suspend(TestUser reporter, UUID image) {
        return new SuspensionFixture(reporter, image).suspendAgain();
    }

    /** The same, offered and reported by an account that has nothing else to do with it. */
    static SuspensionFixture suspend(Cast cast, TestUser owner, UUID image) {
        cast.offers(owner, image, cast.otherConsumer.account);
        return suspend(cast.otherConsumer, image);
    }

    SuspensionFixture suspendAgain() {
        operator.posts(desk + "/deactivation", "why", "It carries a miner.").is(200);
        return this;
    }

    void lift() {
        operator.posts(desk + "/reinstatement").is(200);
    }
}
