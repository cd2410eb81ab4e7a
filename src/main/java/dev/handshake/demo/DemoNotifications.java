package dev.handshake.demo;

import dev.handshake.notification.NotificationService;
import dev.handshake.notification.Subscription;
import dev.handshake.notification.SubscriptionService;
import dev.handshake.paging.Marker;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;

/** Marks the older demo notifications as read, and subscribes Nora and Iris to mail. */
@ApplicationScoped
@IfBuildProfile("dev")
class DemoNotifications {

    private static final Duration READ_BEFORE = Duration.ofDays(4);

    private final NotificationService notificationService;
    private final SubscriptionService subscriptionService;
    private final Clock clock;

    DemoNotifications(NotificationService notificationService, SubscriptionService subscriptionService, Clock clock) {
        this.notificationService = notificationService;
        this.subscriptionService = subscriptionService;
        this.clock = clock;
    }

    void create(@Observes @Priority(3_000) StartupEvent start) {
        if (QuarkusTransaction.requiringNew().call(() -> Subscription.count()) > 0) {
            return;
        }
        Marker newest = new Marker(clock.instant().minus(READ_BEFORE), "");
        notificationService.markAllRead(DemoUser.NORA.actorIn("DFW"), newest);
        notificationService.markAllRead(DemoUser.IRIS.actorIn("DFW"), newest);
        subscriptionService.subscribe(DemoUser.NORA.toUser());
        subscriptionService.subscribe(DemoUser.IRIS.toUser());
    }
}
