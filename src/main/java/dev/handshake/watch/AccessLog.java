package dev.handshake.watch;

import dev.handshake.http.RequestId;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * One line for each request, in the category {@code access}: its number, the account, the address as it is written in
 * the code, status and milliseconds. The address as it came is not in it, nor anything that came with it: those have
 * ids, links that are as good as a signature, and tokens.
 */
class AccessLog {

    private static final Logger LOG = Logger.getLogger("access");
    private static final String NUMBER = "request";

    private AccessLog() {}

    /** From now on every line of the log that is about this request has its number. */
    static void begin(Visit visit) {
        MDC.put(NUMBER, RequestId.of(visit.request()));
    }

    /** The account is there already, where the request had one. */
    static void end(Visit visit) {
        MDC.put("route", visit.route());
        MDC.put("method", visit.method());
        MDC.put("status", visit.status());
        MDC.put("ms", visit.age().toMillis());
        LOG.infof("%s %s %s", visit.method(), visit.route(), visit.status());
    }
}
