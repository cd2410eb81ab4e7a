package dev.handshake.abuse;

import dev.handshake.account.Actor;
import dev.handshake.catalog.SuspensionService;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.notification.NotificationRequest;
import dev.handshake.notification.NotificationType;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The operator's side of abuse reports. Every action locks the report first and records an event. */
@ApplicationScoped
public class AbuseDeskService {

    private final SuspensionService suspensionService;
    private final Event<NotificationRequest> notifications;
    private final Clock clock;

    AbuseDeskService(SuspensionService suspensionService, Event<NotificationRequest> notifications, Clock clock) {
        this.suspensionService = suspensionService;
        this.notifications = notifications;
        this.clock = clock;
    }

    /** A page of the reports with a status, newest first. */
    Page<AbuseReport> list(Actor operator, AbuseReport.Status status, Marker after) {
        List<AbuseReport> found = AbuseReport.<AbuseReport>find(
                        "region = ?1 and status = ?2 and (reportedAt, id) < (?3, ?4) order by reportedAt desc, id desc",
                        operator.region(),
                        status,
                        after.at(),
                        after.id())
                .range(0, Page.DEFAULT_SIZE)
                .list();
        return Page.of(found, Page.DEFAULT_SIZE, last -> new Marker(last.reportedAt, last.id.toString()));
    }

    /** @throws RefusedException {@link Reason#NOT_FOUND} */
    AbuseReport get(Actor operator, UUID id) {
        return AbuseReport.<AbuseReport>find("region = ?1 and id = ?2", operator.region(), id)
                .firstResultOptional()
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND));
    }

    /**
     * Suspends the reported image and all images with the same data.
     *
     * @param why the reason shown to the owner
     */
    @Transactional
    public void suspend(Actor operator, UUID id, String why) {
        AbuseReport report = loadForUpdate(operator, id);
        report.requireOpen();
        suspensionService.suspend(operator, report.imageId, why);
        AbuseReportEvent.save(report, AbuseReportEventType.DEACTIVATED, why, operator, clock.instant());
    }

    /** Lifts the suspension of the reported image. */
    @Transactional
    public void liftSuspension(Actor operator, UUID id) {
        AbuseReport report = loadForUpdate(operator, id);
        suspensionService.lift(operator, report.imageId);
        AbuseReportEvent.save(report, AbuseReportEventType.REINSTATED, "", operator, clock.instant());
    }

    /** @param answer shown to the reporting account */
    @Transactional
    public void close(Actor operator, UUID id, String answer) {
        AbuseReport report = loadForUpdate(operator, id);
        report.close(answer, clock.instant());
        AbuseReportEvent.save(report, AbuseReportEventType.CLOSED, answer, operator, report.closedAt);
        notifications.fire(report.toNotification(
                report.account, NotificationType.ANSWERED, operator.account(), answer, report.closedAt));
    }

    private AbuseReport loadForUpdate(Actor operator, UUID id) {
        AbuseReport report =
                AbuseReport.findById(new AbuseReport.Key(operator.region(), id), LockModeType.PESSIMISTIC_WRITE);
        if (report == null) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
        return report;
    }
}
