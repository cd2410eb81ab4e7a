package dev.handshake.abuse;

import dev.handshake.testing.TestUser;

/** An operator, for tests in other packages. */
public class OperatorFixture {

    public static TestUser create() {
        return AbuseReportsResourceTest.operator();
    }
}
