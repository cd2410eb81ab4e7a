package dev.handshake.nova;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Writes one log line and one measurement for each call: never a token, nor a body. */
class CallObserver {

    private static final Logger LOG = Logger.getLogger(CallObserver.class);

    private final MeterRegistry meters;
    private final String region;

    CallObserver(MeterRegistry meters, String region) {
        this.meters = meters;
        this.region = region;
    }

    /**
     * @param call method and path pattern
     * @param outcome the HTTP status, or what happened instead
     * @param requestId the compute service's own id of the call; empty if it sent none
     */
    void record(String call, String outcome, String requestId, Duration took) {
        String[] parts = call.split(" ", 2);
        Timer.builder("handshake.compute.calls")
                .description("Calls to the compute service")
                .tag("region", region)
                .tag("method", parts[0])
                .tag("route", parts[1])
                .tag("status", outcome)
                .register(meters)
                .record(took);
        LOG.infof("compute %s %s: %s in %d ms %s", region, call, outcome, took.toMillis(), requestId);
    }
}
