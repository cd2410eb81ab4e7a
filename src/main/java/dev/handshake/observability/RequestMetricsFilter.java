package dev.handshake.observability;

import dev.handshake.http.BodyTimeoutFilter;
import dev.handshake.http.FilterOrder;
import dev.handshake.http.RequestId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Assigns each request an id, measures and logs it. Runs around everything else. */
@ApplicationScoped
class RequestMetricsFilter {

    private static final String REQUEST_INFO = "handshake.visit";
    private static final Duration[] DURATION_BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofMillis(2_500)
    };

    private final MeterRegistry meters;

    RequestMetricsFilter(MeterRegistry meters, BodyTimeoutFilter bodyTimeoutFilter) {
        this.meters = meters;
        Gauge.builder("handshake.request.bodies.pending", bodyTimeoutFilter, BodyTimeoutFilter::pendingBodies)
                .description("Requests that bring something which is not all here yet")
                .register(meters);
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, FilterOrder.REQUEST_METRICS);
    }

    /** A rerouted request passes twice. */
    private void handle(RoutingContext request) {
        if (request.get(REQUEST_INFO) == null) {
            RequestInfo requestInfo = RequestInfo.of(request);
            request.put(REQUEST_INFO, requestInfo);
            request.response().putHeader(RequestId.HEADER, RequestId.of(request));
            AccessLog.start(requestInfo);
            request.addEndHandler(ended -> onEnd(requestInfo));
        }
        request.next();
    }

    /** Logs in the request's context, whose MDC has the account. */
    private void onEnd(RequestInfo requestInfo) {
        recordDuration(requestInfo);
        requestInfo.context().runOnContext(here -> AccessLog.write(requestInfo));
    }

    private void recordDuration(RequestInfo requestInfo) {
        Timer.builder("handshake.requests")
                .description("Answers, by the address as it is written in the code")
                .tags(
                        "route",
                        requestInfo.route(),
                        "method",
                        requestInfo.method(),
                        "status",
                        String.valueOf(requestInfo.status()))
                .serviceLevelObjectives(DURATION_BUCKETS)
                .register(meters)
                .record(requestInfo.duration());
    }
}
