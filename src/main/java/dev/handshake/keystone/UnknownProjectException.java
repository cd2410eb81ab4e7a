package dev.handshake.keystone;

/** Keystone does not know the account, or gives the portal's user no role in it. */
public class UnknownProjectException extends RuntimeException {

    UnknownProjectException() {
        super("no project for the portal's user", null, false, false);
    }
}
