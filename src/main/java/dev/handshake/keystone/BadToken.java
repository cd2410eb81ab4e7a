package dev.handshake.keystone;

/** Keystone does not know the token, or no longer. */
public class BadToken extends RuntimeException {

    BadToken() {
        super("not a good token", null, false, false);
    }
}
