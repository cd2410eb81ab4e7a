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

/** The operator's side of a case. Each verb locks the case first, and writes its step. */
@ApplicationScoped
public class Handling {

    private final SuspensionService suspensionService;
    private final Event<NotificationRequest> words;
    private final Clock clock;

    Handling(SuspensionService suspensionService, Event<NotificationRequest> words, Clock clock) {
        this.suspensionService = suspensionService;
        this.words = words;
        this.clock = clock;
    }

    /** The cases of a status, the newest first. */
    Page<Report> queue(Actor operator, Report.Status status, Marker after) {
        List<Report> found = Report.<Report>find(
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
    Report see(Actor operator, UUID id) {
        return Report.<Report>find("region = ?1 and id = ?2", operator.region(), id)
                .firstResultOptional()
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND));
    }

    /**
     * Nobody uses or downloads the image, or another with its data, from here on.
     *
     * @param why what its owner is told
     */
    @Transactional
    public void deactivate(Actor operator, UUID id, String why) {
        Report report = locked(operator, id);
        report.mustBeOpen();
        suspensionService.suspend(operator, report.imageId, why);
        ReportStep.write(report, Step.DEACTIVATED, why, operator, clock.instant());
    }

    /** The image is in use again. */
    @Transactional
    public void reinstate(Actor operator, UUID id) {
        Report report = locked(operator, id);
        suspensionService.lift(operator, report.imageId);
        ReportStep.write(report, Step.REINSTATED, "", operator, clock.instant());
    }

    /** @param answer what the account that reported it is told */
    @Transactional
    public void close(Actor operator, UUID id, String answer) {
        Report report = locked(operator, id);
        report.close(answer, clock.instant());
        ReportStep.write(report, Step.CLOSED, answer, operator, report.closedAt);
        words.fire(report.word(report.account, NotificationType.ANSWERED, operator.account(), answer, report.closedAt));
    }

    private Report locked(Actor operator, UUID id) {
        Report report = Report.findById(new Report.Key(operator.region(), id), LockModeType.PESSIMISTIC_WRITE);
        if (report == null) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
        return report;
    }
}
