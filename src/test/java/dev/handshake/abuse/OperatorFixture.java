package dev.handshake.abuse;

import dev.handshake.Person;

/** The provider's staff, for tests elsewhere. */
public class OperatorFixture {

    public static Person create() {
        return AbuseReportsResourceTest.operator();
    }
}
