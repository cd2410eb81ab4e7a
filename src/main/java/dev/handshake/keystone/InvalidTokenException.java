package dev.handshake.keystone;

/** Keystone does not accept the token. */
public class InvalidTokenException extends RuntimeException {

    InvalidTokenException() {
        super("not a good token", null, false, false);
    }

    /** Whether it is the failure itself or its cause, as with futures. */
    public static boolean isIn(Throwable failure) {
        return failure instanceof InvalidTokenException || failure.getCause() instanceof InvalidTokenException;
    }
}
