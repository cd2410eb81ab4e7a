package dev.handshake.demo;

import dev.handshake.notice.Reading;
import dev.handshake.notice.Subscribing;
import dev.handshake.notice.Subscription;
import dev.handshake.paging.Marker;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/** Of the notices that {@link DemoData} caused the older ones are read; and Nora and Iris get theirs by mail. */
@ApplicationScoped
@IfBuildProfile("dev")
class DemoNotices {

    private static final Duration READ_BEFORE = Duration.ofDays(4);

    private final Reading reading;
    private final Subscribing subscribing;
    private final Clock clock;

    DemoNotices(Reading reading, Subscribing subscribing, Clock clock) {
        this.reading = reading;
        this.subscribing = subscribing;
        this.clock = clock;
    }

    void make(@Observes @Priority(3_000) StartupEvent start) {
        if (QuarkusTransaction.requiringNew().call(() -> Subscription.count()) > 0) {
            return;
        }
        Marker newest = new Marker(clock.instant().minus(READ_BEFORE), "");
        reading.readAll(DemoPerson.NORA.in("DFW"), newest);
        reading.readAll(DemoPerson.IRIS.in("DFW"), newest);
        subscribing.subscribe(DemoPerson.NORA.user());
        subscribing.subscribe(DemoPerson.IRIS.user());
    }
}
