package dev.handshake.openstack;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Writes one log line and one measurement for each call: never a token, nor a body. */
public class CallObserver {

    private static final Logger LOG = Logger.getLogger(CallObserver.class);

    private final MeterRegistry meters;
    private final Labels labels;
    private final String region;

    /**
     * What the calls of a kind of service are called.
     *
     * @param word the first of each log line
     * @param metric the timer's name
     * @param description the timer's
     * @param level of the log lines
     */
    public record Labels(String word, String metric, String description, Logger.Level level) {}

    public CallObserver(MeterRegistry meters, Labels labels, String region) {
        this.meters = meters;
        this.labels = labels;
        this.region = region;
    }

    /**
     * @param call method and path pattern
     * @param outcome the HTTP status, or what happened instead
     * @param requestId the service's own id of the call; empty if it sent none
     */
    public void record(String call, String outcome, String requestId, Duration took) {
        String[] parts = call.split(" ", 2);
        Timer.builder(labels.metric)
                .description(labels.description)
                .tag("region", region)
                .tag("method", parts[0])
                .tag("route", parts[1])
                .tag("status", outcome)
                .register(meters)
                .record(took);
        LOG.logf(
                labels.level,
                "%s %s %s: %s in %d ms %s",
                labels.word,
                region,
                call,
                outcome,
                took.toMillis(),
                requestId);
    }
}
