package dev.handshake.store;

import java.io.IOException;

/** The store does not answer, or not as it should: whoever asked did nothing wrong, and may try again. */
public class StoreAway extends IOException {

    StoreAway(String what, Throwable why) {
        super(what, why);
    }
}
