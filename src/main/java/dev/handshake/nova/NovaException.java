package dev.handshake.nova;

/** A call to the compute service that did not succeed. */
public class NovaException extends RuntimeException {

    /** What is known about the request. */
    public enum Kind {
        /** The compute service refused it; nothing was done. */
        REFUSED,
        /** No clear response: it may or may not have been done. */
        UNCLEAR,
        /** It was not sent, or not accepted: nothing was done, and it can be repeated. */
        AWAY
    }

    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final int status;

    private final boolean mayPass;

    private NovaException(Kind kind, int status, String message, boolean mayPass) {
        super(message, null, false, false);
        this.mayPass = mayPass;
        this.kind = kind;
        this.status = status;
    }

    /** @param message the compute service's own words */
    static NovaException refused(int status, String message) {
        return new NovaException(Kind.REFUSED, status, message, false);
    }

    static NovaException unclear(int status, String message) {
        return new NovaException(Kind.UNCLEAR, status, message, false);
    }

    static NovaException away(int status, String message) {
        return new NovaException(Kind.AWAY, status, message, false);
    }

    /** @param sent whether the request may have arrived */
    static NovaException disconnected(boolean sent, String message) {
        return new NovaException(sent ? Kind.UNCLEAR : Kind.AWAY, 0, message, true);
    }

    public Kind kind() {
        return kind;
    }

    public boolean isRefused() {
        return kind == Kind.REFUSED;
    }

    /** The HTTP status; 0 without a response. */
    public int status() {
        return status;
    }

    public boolean isNotFound() {
        return isRefused() && status == 404;
    }

    public boolean isConflict() {
        return isRefused() && status == 409;
    }

    /** Whether the compute service, or what is in front of it, did not do its work. */
    boolean isOutage() {
        return kind != Kind.REFUSED && (status == 0 || status >= 502);
    }

    /** Whether a second attempt at once may succeed: the connection failed, or a proxy had no server at that moment. */
    boolean isPassing() {
        return status == 502 || status == 503 || status == 0 && mayPass;
    }
}
