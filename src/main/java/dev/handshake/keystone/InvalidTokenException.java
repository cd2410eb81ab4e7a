package dev.handshake.keystone;

/** Keystone does not accept the token. */
public class InvalidTokenException extends RuntimeException {

    InvalidTokenException() {
        super("not a good token", null, false, false);
    }
}
