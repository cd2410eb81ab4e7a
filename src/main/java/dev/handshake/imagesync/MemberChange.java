package dev.handshake.imagesync;

import dev.handshake.lease.Lease;
import dev.handshake.lease.Leased;
import dev.handshake.sharing.MembershipStatus;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * What a member shall be at the Image service, since it was changed here. Only the latest change of a member counts, so
 * there is one row for each, and it does not matter how often it is asked for.
 */
@Entity
@IdClass(MemberChange.Key.class)
@Table(name = "member_change")
class MemberChange extends PanacheEntityBase implements Leased {

    record Key(String region, UUID imageId, String member) {}

    private static final String REMOVED = "REMOVED";

    @Id
    public String region;

    @Id
    @Column(name = "image_id")
    public UUID imageId;

    @Id
    public String member;

    /** A status, or {@link #REMOVED}. */
    private String wanted;

    @Column(name = "is_offer")
    private boolean isOffer;

    @Column(name = "changed_at")
    private Instant changedAt;

    /** Null while it is outstanding. */
    @Column(name = "done_at")
    private Instant doneAt;

    /** Of the last attempt, or null. */
    private String failure;

    @Embedded
    @AttributeOverride(name = "holder", column = @Column(name = "runner"))
    @AttributeOverride(name = "until", column = @Column(name = "due_at"))
    @AttributeOverride(name = "attempts", column = @Column(name = "tries"))
    private Lease lease;

    static MemberChange create(String region, UUID image, String member) {
        MemberChange change = new MemberChange();
        change.region = region;
        change.imageId = image;
        change.member = member;
        return change;
    }

    /**
     * The member was changed again. An attempt under way no longer counts, but keeps its lease: two at once would undo
     * each other at the Image service.
     *
     * @param status null if it was removed
     * @param isNew whether it was offered, so that the Image service does not have it
     */
    void want(MembershipStatus status, boolean isNew, Instant at) {
        isOffer = isNew || isOutstanding() && isOffer && status != null;
        wanted = status == null ? REMOVED : status.name();
        changedAt = at;
        if (lease == null || !lease.isHeld()) {
            reopen(at);
        }
    }

    /** Asks for the same again. */
    void reopen(Instant at) {
        doneAt = null;
        failure = null;
        lease = Lease.availableFrom(at);
    }

    @Override
    public Lease lease() {
        return lease;
    }

    @Override
    public boolean isHeldBy(UUID claim) {
        return isOutstanding() && lease.isHeldBy(claim);
    }

    private boolean isOutstanding() {
        return doneAt == null && wanted != null;
    }

    MemberWish toWish() {
        MembershipStatus status = REMOVED.equals(wanted) ? null : MembershipStatus.valueOf(wanted);
        return new MemberWish(member, status, isOffer, changedAt, doneAt);
    }

    ImageServiceReport.WaitingChange toWaitingChange() {
        return new ImageServiceReport.WaitingChange(
                imageId, member, wanted.toLowerCase(Locale.ROOT), changedAt, lease.attempts(), lease.until(), failure);
    }

    void finish(Instant at) {
        doneAt = at;
        failure = null;
        isOffer = false;
        lease.retryAt(at);
    }

    void retry(String why, Instant next) {
        failure = why;
        lease.retryAt(next);
    }
}
