package dev.handshake.store;

import java.io.IOException;

/** The store did not respond, or not as expected. The caller did nothing wrong and may retry. */
public class StoreUnavailableException extends IOException {

    StoreUnavailableException(String what, Throwable why) {
        super(what, why);
    }
}
