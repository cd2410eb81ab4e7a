package dev.handshake.demo;

import dev.handshake.reminder.Reminder;
import dev.handshake.reminder.ReminderService;
import dev.handshake.sharing.Membership;
import dev.handshake.sharing.MembershipStatus;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Nora's reminders of pending offers in DFW: of an old one eight days ago, so that she can send another, of a new one
 * an hour ago.
 */
@ApplicationScoped
@IfBuildProfile("dev")
class DemoReminders {

    private static final Duration OLD_AGE = Duration.ofDays(10);

    private final ReminderService reminderService;
    private final DemoClock demoClock;
    private final Clock clock;

    DemoReminders(ReminderService reminderService, DemoClock demoClock, Clock clock) {
        this.reminderService = reminderService;
        this.demoClock = demoClock;
        this.clock = clock;
    }

    void create(@Observes @Priority(2_900) StartupEvent start) {
        if (QuarkusTransaction.requiringNew().call(() -> Reminder.count()) == 0) {
            Instant now = clock.instant();
            pendingOffers().forEach(each -> remind(each, now));
            demoClock.setBack(Duration.ZERO);
        }
    }

    private static List<Membership> pendingOffers() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Membership.list(
                        "region = 'DFW' and owner = ?1 and status = ?2",
                        DemoUser.DemoAccount.PRODUCER.number,
                        MembershipStatus.PENDING));
    }

    private void remind(Membership offer, Instant now) {
        boolean isOld = Duration.between(offer.offeredAt, now).compareTo(OLD_AGE) > 0;
        demoClock.setBack(isOld ? Duration.ofDays(8) : Duration.ofHours(1));
        reminderService.remind(DemoUser.NORA.actorIn("DFW"), offer.imageId, offer.member);
    }
}
