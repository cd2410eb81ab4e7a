package dev.handshake.observability;

import dev.handshake.http.RequestId;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Logs one line per request, in the category {@code access}: request id, account, route, status and milliseconds. The
 * actual path and headers are left out, since they contain ids, tokens, and links that are as good as credentials.
 */
class AccessLog {

    private static final Logger LOG = Logger.getLogger("access");
    private static final String REQUEST_ID = "requestId";

    private AccessLog() {}

    /** Adds the request id to all log lines of the request. */
    static void start(RequestInfo requestInfo) {
        MDC.put(REQUEST_ID, RequestId.of(requestInfo.request()));
    }

    /** The account is in the MDC already, if the request has one. */
    static void write(RequestInfo requestInfo) {
        MDC.put("route", requestInfo.route());
        MDC.put("method", requestInfo.method());
        MDC.put("status", requestInfo.status());
        MDC.put("durationMs", requestInfo.duration().toMillis());
        LOG.infof("%s %s %s", requestInfo.method(), requestInfo.route(), requestInfo.status());
    }
}
