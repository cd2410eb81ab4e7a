package dev.handshake.watch;

import dev.handshake.http.BodyTimeoutFilter;
import dev.handshake.http.RequestId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Sees every request before and after all else: gives each a number, measures and logs it. */
@ApplicationScoped
class Gate {

    private static final int FIRST = 10_000;
    private static final String VISIT = "handshake.visit";
    private static final Duration[] STEPS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofMillis(2_500)
    };

    private final MeterRegistry meters;

    Gate(MeterRegistry meters, BodyTimeoutFilter bodyTimeoutFilter) {
        this.meters = meters;
        Gauge.builder("handshake.requests.arriving", bodyTimeoutFilter, BodyTimeoutFilter::pendingBodies)
                .description("Requests that bring something which is not all here yet")
                .register(meters);
    }

    void open(@Observes Filters filters) {
        filters.register(this::enter, FIRST);
    }

    /** One that is led on to another address comes by twice. */
    private void enter(RoutingContext request) {
        if (request.get(VISIT) == null) {
            Visit visit = Visit.of(request);
            request.put(VISIT, visit);
            request.response().putHeader(RequestId.HEADER, RequestId.of(request));
            AccessLog.begin(visit);
            request.addEndHandler(over -> leave(visit));
        }
        request.next();
    }

    /** In the context of the request, where its account was noted; that goes with it. */
    private void leave(Visit visit) {
        measure(visit);
        visit.context().runOnContext(here -> AccessLog.end(visit));
    }

    private void measure(Visit visit) {
        Timer.builder("handshake.requests")
                .description("Answers, by the address as it is written in the code")
                .tags("route", visit.route(), "method", visit.method(), "status", String.valueOf(visit.status()))
                .serviceLevelObjectives(STEPS)
                .register(meters)
                .record(visit.age());
    }
}
