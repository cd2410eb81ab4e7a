package dev.handshake.abuse;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.notification.AbuseDeskMailer;
import dev.handshake.notification.NotificationRequest;
import dev.handshake.notification.NotificationType;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import dev.handshake.sharing.ImageAccess;
import dev.handshake.sharing.InvitationService;
import dev.handshake.sharing.SharingService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The consumer's side of abuse reports. */
@ApplicationScoped
public class AbuseReportService {

    private final SharingService sharing;
    private final InvitationService invitationService;
    private final AbuseDeskMailer deskMailer;
    private final Clock clock;

    AbuseReportService(
            SharingService sharing, InvitationService invitationService, AbuseDeskMailer deskMailer, Clock clock) {
        this.sharing = sharing;
        this.invitationService = invitationService;
        this.deskMailer = deskMailer;
        this.clock = clock;
    }

    /**
     * Returns the image if the actor may report it.
     *
     * @throws RefusedException {@link Reason#NOT_SHARED_WITH_YOU} if the actor is not a consumer of the image
     */
    ImageAccess requireCanReport(Actor actor, UUID image) {
        ImageAccess access = sharing.loadAccess(actor, image);
        access.requireCanReport();
        return access;
    }

    /**
     * Reports an image and rejects its invitation, unless another Image service keeps both. The owner is not told of
     * the rejection, since a rejection just before a suspension would reveal the reporter. An account has at most one
     * open report per image; reporting again returns that one.
     *
     * @param id of the report
     */
    @Transactional
    public AbuseReport report(Actor actor, UUID id, UUID image, AbuseReportForm abuseReportForm) {
        ImageAccess access = invitationService.rejectConfidentially(
                actor, image); // locks the image, so the second of two equal reports finds the first
        return AbuseReport.findOpen(actor, image).orElseGet(() -> {
            AbuseReport report = AbuseReport.create(actor, id, access.image(), abuseReportForm, clock.instant());
            report.persist();
            AbuseReportEvent.save(
                    report, AbuseReportEventType.REPORTED, abuseReportForm.description(), actor, report.reportedAt);
            deskMailer.send(account -> deskNotification(report, account));
            return report;
        });
    }

    private static NotificationRequest deskNotification(AbuseReport report, String account) {
        String words = "case %s (%s), image %s of account %s, SHA-512 %s: %s"
                .formatted(
                        report.caseNumber,
                        report.reason.label(),
                        report.imageId,
                        report.owner,
                        report.sha512,
                        report.description);
        return report.toNotification(account, NotificationType.REPORTED, report.account, words, report.reportedAt);
    }

    /** @throws RefusedException {@link Reason#NOT_FOUND} if the actor's account has no such report */
    AbuseReport get(Actor actor, UUID id) {
        return AbuseReport.<AbuseReport>find(
                        "region = ?1 and id = ?2 and account = ?3", actor.region(), id, actor.account())
                .firstResultOptional()
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND));
    }

    /** A page of the account's reports, newest first. */
    Page<AbuseReport> list(Actor actor, Marker after) {
        List<AbuseReport> found = AbuseReport.<AbuseReport>find(
                        "region = ?1 and account = ?2 and (reportedAt, id) < (?3, ?4) order by reportedAt desc, id desc",
                        actor.region(),
                        actor.account(),
                        after.at(),
                        after.id())
                .range(0, Page.DEFAULT_SIZE)
                .list();
        return Page.of(found, Page.DEFAULT_SIZE, last -> new Marker(last.reportedAt, last.id.toString()));
    }
}
