package dev.handshake.abuse;

import dev.handshake.Person;

/** The provider's staff, for tests elsewhere. */
public class Operators {

    public static Person one() {
        return CasesTest.operator();
    }
}
