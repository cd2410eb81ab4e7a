package dev.handshake.observability;

import dev.handshake.http.RequestId;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * One line for each request, in the category {@code access}: the request id, the account, the address as it is written
 * in the code, status and milliseconds. The address as it came is not in it, nor anything that came with it: those have
 * ids, links that are as good as a signature, and tokens.
 */
class AccessLog {

    private static final Logger LOG = Logger.getLogger("access");
    private static final String REQUEST_ID = "requestId";

    private AccessLog() {}

    /** From now on every line of the log that is about this request has its id. */
    static void start(RequestInfo requestInfo) {
        MDC.put(REQUEST_ID, RequestId.of(requestInfo.request()));
    }

    /** The account is there already, where the request had one. */
    static void write(RequestInfo requestInfo) {
        MDC.put("route", requestInfo.route());
        MDC.put("method", requestInfo.method());
        MDC.put("status", requestInfo.status());
        MDC.put("durationMs", requestInfo.duration().toMillis());
        LOG.infof("%s %s %s", requestInfo.method(), requestInfo.route(), requestInfo.status());
    }
}
