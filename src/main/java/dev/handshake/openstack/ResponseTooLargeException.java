package dev.handshake.openstack;

/** A response of more than 4 MiB, of which nothing was read. */
public class ResponseTooLargeException extends ServiceException {

    private static final long serialVersionUID = 1;

    ResponseTooLargeException() {
        super(Kind.UNCLEAR, 0, "the response is larger than 4 MiB", false);
    }

    @Override
    boolean isOutage() {
        return false;
    }
}
