package dev.handshake.notice;

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
@IdClass(Mailing.Key.class)
public class Mailing extends PanacheEntityBase {

    public record Key(String region, Long noticeId, UUID subscription) {}

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    /** Each pause is twice the one before it, up to an hour. */
    private static final int MOST_DOUBLINGS = 6;

    @Id
    public String region;

    @Id
    @Column(name = "notice_id")
    public Long noticeId;

    @Id
    public UUID subscription;

    @Enumerated(EnumType.STRING)
    private MailingStatus status;

    /** The mail that it goes in; null before the first try. */
    public UUID message;

    /** Who is at it. */
    private UUID runner;

    private int tries;

    @Column(name = "due_at")
    private Instant dueAt;

    static Mailing of(Notice notice, Subscription to, Instant now) {
        Mailing mailing = new Mailing();
        mailing.region = notice.region;
        mailing.noticeId = notice.id;
        mailing.subscription = to.id;
        mailing.status = MailingStatus.WAITING;
        mailing.dueAt = now;
        return mailing;
    }

    Key key() {
        return new Key(region, noticeId, subscription);
    }

    boolean goesWith(Mailing other) {
        return region.equals(other.region) && Objects.equals(message, other.message);
    }

    void take(UUID mail, UUID by, Instant until) {
        message = mail;
        runner = by;
        status = MailingStatus.TAKEN;
        dueAt = until;
    }

    boolean isTakenBy(UUID run) {
        return status == MailingStatus.TAKEN && run.equals(runner);
    }

    boolean isHeldBy(UUID run) {
        return status != MailingStatus.REFUSED && run.equals(runner);
    }

    void hand(Instant until) {
        status = MailingStatus.SENDING;
        dueAt = until;
    }

    void doubt() {
        status = MailingStatus.DOUBTFUL;
    }

    void refuse() {
        status = MailingStatus.REFUSED;
    }

    void putOff(Instant now) {
        status = MailingStatus.WAITING;
        runner = null;
        dueAt = now.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS)));
        tries++;
    }

    /** Whether it was tried in vain and is to be tried again. */
    boolean isPutOff() {
        return status == MailingStatus.WAITING && tries > 0;
    }

    public MailingStatus status() {
        return status;
    }
}
