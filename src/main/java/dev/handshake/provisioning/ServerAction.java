package dev.handshake.provisioning;

import dev.handshake.account.Actor;
import dev.handshake.lease.Lease;
import dev.handshake.lease.Leased;
import dev.handshake.server.PendingAction;
import dev.handshake.server.Server;
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
import java.util.UUID;

/** Something that a user asks of the compute service. One server's are passed on in order. */
@Entity
@Table(name = "server_action")
@IdClass(ServerAction.Key.class)
public class ServerAction extends PanacheEntityBase implements Leased {

    public record Key(String region, UUID id) {}

    /** Whether it has ended, and how. */
    public enum Status {
        PENDING,
        DONE,
        FAILED
    }

    /** The time between attempts doubles up to 8 times the first. */
    private static final int MAX_DOUBLINGS = 3;

    @Id
    public String region;

    @Id
    public UUID id;

    public String account;

    @Column(name = "server_id")
    public UUID serverId;

    @Enumerated(EnumType.STRING)
    @Column(name = "action_type")
    public PendingAction type;

    @Enumerated(EnumType.STRING)
    private Status status;

    public String name;
    String flavor;
    UUID network;

    @Column(name = "user_data")
    String userData;

    @Column(name = "image_id")
    public UUID imageId;

    /** Whether an attempt may have been successful, although nobody said so. */
    private boolean sent;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "created_by")
    public String createdBy;

    @Column(name = "give_up_at")
    private Instant giveUpAt;

    @Column(name = "ended_at")
    public Instant endedAt;

    /** Why it failed. */
    private String reason;

    @Embedded
    @AttributeOverride(name = "holder", column = @Column(name = "runner"))
    @AttributeOverride(name = "until", column = @Column(name = "due_at"))
    @AttributeOverride(name = "attempts", column = @Column(name = "tries"))
    private Lease lease;

    static ServerAction create(
            Actor by, Server server, UUID id, PendingAction type, String name, Instant now, Duration retryFor) {
        ServerAction action = new ServerAction();
        action.region = server.region;
        action.id = id;
        action.account = server.account;
        action.serverId = server.id;
        action.type = type;
        action.status = Status.PENDING;
        action.name = name;
        action.createdAt = now;
        action.createdBy = by.name();
        action.giveUpAt = now.plus(retryFor);
        action.lease = Lease.availableFrom(now);
        return action;
    }

    @Override
    public Lease lease() {
        return lease;
    }

    @Override
    public boolean isHeldBy(UUID claim) {
        return isPending() && lease.isHeldBy(claim);
    }

    boolean isPending() {
        return status == Status.PENDING;
    }

    public boolean isFailed() {
        return status == Status.FAILED;
    }

    /** Why it failed, as a sentence; null unless it did. */
    public String reason() {
        return reason;
    }

    /**
     * An attempt begins. That is recorded before the call.
     *
     * @return whether an earlier one may have been successful
     */
    boolean begin() {
        boolean before = sent;
        sent = true;
        return before;
    }

    /** @param wasSent whether it may have been done */
    void retry(boolean wasSent, Instant now, Duration delay) {
        sent = wasSent;
        lease.retryAt(now.plus(delay.multipliedBy(1L << Math.min(MAX_DOUBLINGS, Math.max(0, lease.attempts() - 1)))));
    }

    boolean isOverdue(Instant now) {
        return !now.isBefore(giveUpAt);
    }

    void end(Status how, String why, Instant now) {
        status = how;
        reason = why;
        endedAt = now;
        userData = null;
    }
}
