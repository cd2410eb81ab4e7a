package dev.handshake.notification;

import dev.handshake.lease.Lease;
import dev.handshake.lease.Leased;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * The delivery of one notification to one address. Several deliveries may share a mail; once they do, they stay
 * together in all retries.
 */
@Entity
@Table(name = "mailing")
@IdClass(MailDelivery.Key.class)
public class MailDelivery extends PanacheEntityBase implements Leased {

    public record Key(String region, Long notificationId, UUID subscription) {}

    private static final Duration FIRST_RETRY_DELAY = Duration.ofMinutes(1);
    /** The retry delay doubles up to about an hour. */
    private static final int MAX_DOUBLINGS = 6;

    @Id
    public String region;

    @Id
    @Column(name = "notice_id")
    public Long notificationId;

    @Id
    public UUID subscription;

    @Enumerated(EnumType.STRING)
    private MailDeliveryStatus status;

    /** The id of the mail it is part of; null before the first attempt. */
    public UUID message;

    @Embedded
    @AttributeOverride(name = "holder", column = @Column(name = "runner"))
    @AttributeOverride(name = "until", column = @Column(name = "due_at"))
    @AttributeOverride(name = "attempts", column = @Column(name = "tries"))
    private Lease lease;

    static MailDelivery create(Notification notification, Subscription to, Instant now) {
        MailDelivery mailDelivery = new MailDelivery();
        mailDelivery.region = notification.region;
        mailDelivery.notificationId = notification.id;
        mailDelivery.subscription = to.id;
        mailDelivery.status = MailDeliveryStatus.WAITING;
        mailDelivery.lease = Lease.availableFrom(now);
        return mailDelivery;
    }

    Key key() {
        return new Key(region, notificationId, subscription);
    }

    boolean isInSameMailAs(MailDelivery other) {
        return region.equals(other.region) && Objects.equals(message, other.message);
    }

    @Override
    public Lease lease() {
        return lease;
    }

    /** Also true once the outcome counts as unknown, since the holder may still learn it. */
    @Override
    public boolean isHeldBy(UUID claim) {
        return status != MailDeliveryStatus.REFUSED && lease.isHeldBy(claim);
    }

    /** Assigns it to a mail that is about to be sent. */
    void take(UUID mail) {
        message = mail;
        status = MailDeliveryStatus.TAKEN;
    }

    boolean isTaken() {
        return status == MailDeliveryStatus.TAKEN;
    }

    void markSending() {
        status = MailDeliveryStatus.SENDING;
    }

    void markOutcomeUnknown() {
        status = MailDeliveryStatus.OUTCOME_UNKNOWN;
    }

    void markRefused() {
        status = MailDeliveryStatus.REFUSED;
    }

    void scheduleRetry(Instant now) {
        status = MailDeliveryStatus.WAITING;
        int doublings = Math.min(Math.max(0, lease.attempts() - 1), MAX_DOUBLINGS);
        lease.retryAt(now.plus(FIRST_RETRY_DELAY.multipliedBy(1L << doublings)));
    }

    /** Whether an attempt failed and another is scheduled. */
    boolean isRetryScheduled() {
        return status == MailDeliveryStatus.WAITING && lease.attempts() > 0;
    }

    public MailDeliveryStatus status() {
        return status;
    }
}
