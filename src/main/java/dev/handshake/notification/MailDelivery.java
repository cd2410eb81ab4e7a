package dev.handshake.notification;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
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

/** One notice on its way to one address. Several go in one mail, and stay together in it whatever happens. */
@Entity
@Table(name = "mailing")
@IdClass(MailDelivery.Key.class)
public class MailDelivery extends PanacheEntityBase {

    public record Key(String region, Long notificationId, UUID subscription) {}

    private static final Duration FIRST_RETRY_DELAY = Duration.ofMinutes(1);
    /** Each pause is twice the one before it, up to an hour. */
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

    /** The mail that it goes in; null before the first try. */
    public UUID message;

    /** Who is at it. */
    private UUID runner;

    private int tries;

    @Column(name = "due_at")
    private Instant dueAt;

    static MailDelivery create(Notification notification, Subscription to, Instant now) {
        MailDelivery mailDelivery = new MailDelivery();
        mailDelivery.region = notification.region;
        mailDelivery.notificationId = notification.id;
        mailDelivery.subscription = to.id;
        mailDelivery.status = MailDeliveryStatus.WAITING;
        mailDelivery.dueAt = now;
        return mailDelivery;
    }

    Key key() {
        return new Key(region, notificationId, subscription);
    }

    boolean isInSameMailAs(MailDelivery other) {
        return region.equals(other.region) && Objects.equals(message, other.message);
    }

    void claim(UUID mail, UUID by, Instant until) {
        message = mail;
        runner = by;
        status = MailDeliveryStatus.TAKEN;
        dueAt = until;
    }

    boolean isClaimedBy(UUID run) {
        return status == MailDeliveryStatus.TAKEN && run.equals(runner);
    }

    boolean isAssignedTo(UUID run) {
        return status != MailDeliveryStatus.REFUSED && run.equals(runner);
    }

    void markSending(Instant until) {
        status = MailDeliveryStatus.SENDING;
        dueAt = until;
    }

    void markOutcomeUnknown() {
        status = MailDeliveryStatus.OUTCOME_UNKNOWN;
    }

    void markRefused() {
        status = MailDeliveryStatus.REFUSED;
    }

    void scheduleRetry(Instant now) {
        status = MailDeliveryStatus.WAITING;
        runner = null;
        dueAt = now.plus(FIRST_RETRY_DELAY.multipliedBy(1L << Math.min(tries, MAX_DOUBLINGS)));
        tries++;
    }

    /** Whether it was tried in vain and is to be tried again. */
    boolean isRetryScheduled() {
        return status == MailDeliveryStatus.WAITING && tries > 0;
    }

    public MailDeliveryStatus status() {
        return status;
    }
}
