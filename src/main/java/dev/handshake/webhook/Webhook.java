package dev.handshake.webhook;

import dev.handshake.account.Actor;
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
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A URL that an account's events in one region are sent to. Its lease is held while one of its deliveries is sent, and
 * ends later after a failure, so that a receiver that fails rests.
 */
@Entity
@Table(name = "webhook")
@IdClass(Webhook.Key.class)
public class Webhook extends PanacheEntityBase implements Leased {

    public record Key(String region, UUID id) {}

    static final int MAX_URL_LENGTH = 2_000;
    /** How long the secret before the current one still signs too. */
    private static final Duration SECRET_OVERLAP = Duration.ofHours(24);
    /** The rest after failures doubles up to 16 times the first. */
    private static final int MAX_DOUBLINGS = 4;

    @Id
    public String region;

    @Id
    public UUID id;

    public String account;
    public String url;
    private String secret;

    @Column(name = "previous_secret")
    private String previousSecret;

    @Column(name = "previous_until")
    public Instant previousUntil;

    @Column(name = "created_at")
    public Instant createdAt;

    /** Name of the user who added it. */
    @Column(name = "created_by")
    public String createdBy;

    private boolean active;

    /** Failed attempts since the last success. */
    private int failures;

    @Column(name = "failing_since")
    public Instant failingSince;

    /** Deliveries that were removed before they were delivered, because there were too many. */
    public long dropped;

    @Embedded
    @AttributeOverride(name = "holder", column = @Column(name = "runner"))
    @AttributeOverride(name = "until", column = @Column(name = "due_at"))
    @AttributeOverride(name = "attempts", column = @Column(name = "tries"))
    private Lease lease;

    static Webhook create(Actor by, String url, String secret, Instant now) {
        Webhook webhook = new Webhook();
        webhook.region = by.region();
        webhook.id = UUID.randomUUID();
        webhook.account = by.account();
        webhook.url = url;
        webhook.secret = secret;
        webhook.createdAt = now;
        webhook.createdBy = by.name();
        webhook.active = true;
        webhook.lease = Lease.availableFrom(now);
        return webhook;
    }

    @Override
    public Lease lease() {
        return lease;
    }

    /** Whether a delivery may be sent now. */
    boolean isReady(Instant now) {
        return active && lease.isExpired(now);
    }

    /** The secrets that sign, the current one first. */
    List<String> secrets(Instant now) {
        return isPreviousSigning(now) ? List.of(secret, previousSecret) : List.of(secret);
    }

    boolean isPreviousSigning(Instant now) {
        return previousUntil != null && now.isBefore(previousUntil);
    }

    void replaceSecret(String next, Instant now) {
        previousSecret = secret;
        previousUntil = now.plus(SECRET_OVERLAP);
        secret = next;
    }

    /** Ends the attempt, after which the next delivery may follow at once. */
    void succeed(Instant now) {
        failures = 0;
        failingSince = null;
        lease.retryAt(now);
    }

    /** Ends the attempt and rests. */
    void fail(Instant now, Duration firstRest) {
        failingSince = failingSince == null ? now : failingSince;
        lease.retryAt(now.plus(firstRest.multipliedBy(1L << Math.min(failures, MAX_DOUBLINGS))));
        failures++;
    }

    /** Ends a rest, unless an attempt is under way. */
    void wake(Instant now) {
        if (!lease.isHeld()) {
            lease.retryAt(now);
        }
    }

    boolean isFailingFor(Duration time, Instant now) {
        return failingSince != null && !failingSince.plus(time).isAfter(now);
    }

    void switchOff() {
        active = false;
    }

    void switchOn(Instant now) {
        active = true;
        failures = 0;
        failingSince = null;
        lease.retryAt(now);
    }

    public boolean isActive() {
        return active;
    }

    /** The host alone, which may be logged. */
    public String host() {
        return URI.create(url).getAuthority();
    }

    /** For the page. */
    public String label() {
        return !active ? "Off" : failingSince != null ? "Failing" : "On";
    }
}
