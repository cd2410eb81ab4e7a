package dev.handshake.abuse;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.notification.NotificationRequest;
import dev.handshake.notification.NotificationType;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An account's report of an image, with the image's data at the time. */
@Entity
@Table(name = "report")
@IdClass(AbuseReport.Key.class)
public class AbuseReport extends PanacheEntityBase {

    public record Key(String region, UUID id) {}

    /** In characters, for the description and for the answer. */
    static final int MAX_TEXT_LENGTH = 2_000;

    /** The status of a report. */
    public enum Status {
        OPEN,
        CLOSED
    }

    @Id
    public String region;

    @Id
    public UUID id;

    @Column(name = "case_number")
    public String caseNumber;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Enumerated(EnumType.STRING)
    @Column(name = "ground")
    public AbuseReason reason;

    @Column(name = "words")
    public String description;

    @Column(name = "image_id")
    public UUID imageId;

    @Column(name = "image_name")
    public String imageName;

    public String owner;
    public long size;
    public String sha512;

    /** The reporting account. */
    public String account;

    @Column(name = "reported_by")
    public String reportedBy;

    @Column(name = "reported_at")
    public Instant reportedAt;

    /** The answer to the reporter; null while open. */
    public String answer;

    @Column(name = "closed_at")
    public Instant closedAt;

    static AbuseReport create(Actor by, UUID id, Image image, AbuseReportForm abuseReportForm, Instant now) {
        AbuseReport report = new AbuseReport();
        report.region = by.region();
        report.id = id;
        report.caseNumber = CaseNumber.generate();
        report.status = Status.OPEN;
        report.reason = abuseReportForm.reason();
        report.description = abuseReportForm.description();
        report.imageId = image.id;
        report.imageName = image.name;
        report.owner = image.owner;
        report.size = image.size;
        report.sha512 = image.sha512;
        report.account = by.account();
        report.reportedBy = by.name();
        report.reportedAt = now;
        return report;
    }

    /** The open report of the actor's account for an image. */
    static Optional<AbuseReport> findOpen(Actor actor, UUID image) {
        return find(
                        "region = ?1 and imageId = ?2 and account = ?3 and status = ?4",
                        actor.region(),
                        image,
                        actor.account(),
                        Status.OPEN)
                .firstResultOptional();
    }

    /** Creates a notification about this report. */
    NotificationRequest toNotification(
            String to, NotificationType notificationType, String sender, String words, Instant at) {
        return new NotificationRequest(region, to, notificationType, sender, imageId, imageName, id, words, at);
    }

    public boolean isOpen() {
        return status == Status.OPEN;
    }

    /** @throws RefusedException {@link Reason#CASE_CLOSED} */
    void requireOpen() {
        if (!isOpen()) {
            throw new RefusedException(Reason.CASE_CLOSED);
        }
    }

    void close(String answer, Instant now) {
        requireOpen();
        status = Status.CLOSED;
        this.answer = answer;
        closedAt = now;
    }
}
