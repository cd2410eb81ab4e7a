package dev.handshake.provisioning;

import dev.handshake.lease.Lease;
import dev.handshake.lease.Leased;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** An account whose servers are followed, and how far. */
@Entity
@Table(name = "compute_account")
@IdClass(ComputeAccount.Key.class)
public class ComputeAccount extends PanacheEntityBase implements Leased {

    public record Key(String region, String account) {}

    /** Changes may become visible later than others with a later time. */
    private static final Duration OVERLAP = Duration.ofSeconds(60);

    /** How often all are listed, to find what no change told. */
    private static final Duration FULL_LIST = Duration.ofHours(1);

    /** An account without changes for this long is asked about half as often. */
    private static final Duration IDLE_AFTER = Duration.ofHours(1);

    @Id
    public String region;

    @Id
    public String account;

    /** By the compute service's clock; null to list all. */
    @Column(name = "changes_since")
    private Instant changesSince;

    @Column(name = "latest_change")
    private Instant latestChange;

    private UUID marker;

    @Column(name = "listed_at")
    private Instant listedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "failing_since")
    private Instant failingSince;

    @Embedded
    @AttributeOverride(name = "holder", column = @Column(name = "runner"))
    @AttributeOverride(name = "until", column = @Column(name = "due_at"))
    @AttributeOverride(name = "attempts", column = @Column(name = "tries"))
    private Lease lease;

    static ComputeAccount create(String region, String account, Instant now) {
        ComputeAccount watched = new ComputeAccount();
        watched.region = region;
        watched.account = account;
        watched.changedAt = now;
        watched.lease = Lease.availableFrom(now);
        return watched;
    }

    @Override
    public Lease lease() {
        return lease;
    }

    /** Since when the compute service has not answered for this account; null if it did. */
    public Instant failingSince() {
        return failingSince;
    }

    /** The page to ask for. Begins a list of all where that is due. */
    ServerPoll nextPage(UUID claim, Instant now) {
        if (marker == null && (listedAt == null || listedAt.plus(FULL_LIST).isBefore(now))) {
            changesSince = null;
            listedAt = now;
        }
        Instant since = changesSince == null ? null : changesSince.minus(OVERLAP);
        return new ServerPoll(claim, region, account, since, marker);
    }

    /**
     * A page was read.
     *
     * @param latest the newest change in it, or null
     * @param next the marker of the next one, or null
     */
    void advance(Instant latest, UUID next, Instant now) {
        answeredAt = now;
        failingSince = null;
        latestChange = latestChange == null || latest != null && latest.isAfter(latestChange) ? latest : latestChange;
        marker = next;
        if (next == null) {
            changesSince = latestChange;
        }
    }

    /** When the list of all began whose last page was just read; null for one of changes. */
    Instant listedSince(ServerPoll poll) {
        return poll.since() == null && marker == null ? listedAt : null;
    }

    void fail(Instant now, Duration delay) {
        failingSince = failingSince == null ? now : failingSince;
        lease.retryAt(now.plus(delay));
    }

    /** Something was asked for or found changed. */
    void touch(Instant now) {
        changedAt = now;
    }

    boolean isIdle(Instant now) {
        return changedAt.plus(IDLE_AFTER).isBefore(now);
    }

    void askAgain(Instant next) {
        lease.retryAt(next);
    }

    /** Sooner than planned, unless it is being asked. */
    void hurry(Instant next) {
        if (!lease.isHeld() && !lease.isExpired(next)) {
            lease.retryAt(next);
        }
    }
}
