package dev.handshake.store;

import java.io.IOException;

/** The store does not answer, or not as it should: whoever asked did nothing wrong, and may try again. */
public class StoreUnavailableException extends IOException {

    StoreUnavailableException(String what, Throwable why) {
        super(what, why);
    }
}
