package dev.handshake.keystone;

/** Keystone does not know the token, or no longer. */
public class InvalidTokenException extends RuntimeException {

    InvalidTokenException() {
        super("not a good token", null, false, false);
    }
}
