package dev.handshake.abuse;

import dev.handshake.testing.TestUser;

/** The provider's staff, for tests elsewhere. */
public class OperatorFixture {

    public static TestUser create() {
        return AbuseReportsResourceTest.operator();
    }
}
