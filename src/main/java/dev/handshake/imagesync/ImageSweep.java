package dev.handshake.imagesync;

import dev.handshake.lease.Lease;
import dev.handshake.lease.Leased;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** How far the sweep of a region is, and which replica reads its next page. */
@Entity
@Table(name = "image_sweep")
class ImageSweep extends PanacheEntityBase implements Leased {

    @Id
    public String region;

    private boolean hidden;
    private String marker;

    @Column(name = "copied_to")
    private UUID copiedTo;

    @Column(name = "started_at")
    private Instant startedAt;

    /** When the last complete sweep began; null before there is one. */
    @Column(name = "complete_at")
    public Instant completeAt;

    /** Since when no page could be read; null if the last one could. */
    @Column(name = "failing_since")
    public Instant failingSince;

    public String failure;

    @Embedded
    @AttributeOverride(name = "holder", column = @Column(name = "runner"))
    @AttributeOverride(name = "until", column = @Column(name = "due_at"))
    @AttributeOverride(name = "attempts", column = @Column(name = "tries"))
    private Lease lease;

    @Override
    public Lease lease() {
        return lease;
    }

    /** When the sweep under way began; null between two. */
    Instant startedAt() {
        return startedAt;
    }

    SweepPage next(UUID claim, Instant now) {
        if (startedAt == null) {
            startedAt = now;
        }
        return new SweepPage(region, claim, hidden, marker, copiedTo, completeAt == null);
    }

    /**
     * A page was copied.
     *
     * @param next marker of the next page; null if it was the last of the visible images, or of the hidden ones after
     *     them, which ends the sweep
     * @param last image of the page
     */
    void advance(String next, UUID last, Instant now, Duration interval) {
        failingSince = null;
        failure = null;
        marker = next;
        copiedTo = next == null ? null : last;
        boolean isComplete = next == null && hidden;
        if (next == null) {
            hidden = !hidden;
        }
        if (isComplete) {
            Instant due = startedAt.plus(interval);
            completeAt = startedAt;
            startedAt = null;
            lease.retryAt(due.isAfter(now) ? due : now);
        } else {
            lease.retryAt(now);
        }
    }

    /** The same page is read again at {@code next}. */
    void fail(String why, Instant now, Instant next) {
        failingSince = failingSince == null ? now : failingSince;
        failure = why;
        lease.retryAt(next);
    }

    /** The image that the marker names is gone: the part begins again. */
    void rewind(Instant now) {
        marker = null;
        copiedTo = null;
        lease.retryAt(now);
    }
}
