package dev.handshake.openstack;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.stream.Stream;

/** A call to one of the cloud's services that did not succeed. */
public class ServiceException extends RuntimeException {

    /** What is known about the request. */
    public enum Kind {
        /** The service refused it; nothing was done. */
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

    ServiceException(Kind kind, int status, String message, boolean mayPass) {
        super(message, null, false, false);
        this.mayPass = mayPass;
        this.kind = kind;
        this.status = status;
    }

    /** @param message the service's own words */
    public static ServiceException refused(int status, String message) {
        return new ServiceException(Kind.REFUSED, status, message, false);
    }

    /** The response says nothing that can be relied on. */
    public static ServiceException unclear(int status, String message) {
        return new ServiceException(Kind.UNCLEAR, status, message, false);
    }

    /** The service did not accept the request. */
    public static ServiceException away(int status, String message) {
        return new ServiceException(Kind.AWAY, status, message, false);
    }

    /** @param sent whether the request may have arrived, unless the failure says otherwise */
    static ServiceException disconnected(boolean sent, Throwable failure) {
        boolean isRefused = isCausedBy(failure, ConnectException.class, UnknownHostException.class);
        String what = isRefused ? "no connection" : sent ? "no complete response" : "no sign-in";
        return new ServiceException(sent && !isRefused ? Kind.UNCLEAR : Kind.AWAY, 0, what, true);
    }

    static boolean isCausedBy(Throwable failure, Class<?>... kinds) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .anyMatch(each -> Stream.of(kinds).anyMatch(kind -> kind.isInstance(each)));
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

    /** Whether the service, or what is in front of it, did not do its work. */
    boolean isOutage() {
        return kind != Kind.REFUSED && (status == 0 || status >= 502);
    }

    /** Whether a second attempt at once may succeed: the connection failed, or a proxy had no server at that moment. */
    boolean isPassing() {
        return status == 502 || status == 503 || status == 0 && mayPass;
    }
}
