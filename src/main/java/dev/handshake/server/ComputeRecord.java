package dev.handshake.server;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;

/** What the compute service last said of a server, and what is asked of it. */
@Embeddable
public class ComputeRecord {

    @Column(name = "compute_id")
    private UUID id;

    @Enumerated(EnumType.STRING)
    private ServerState phase;

    @Column(name = "compute_status")
    private String status;

    @Column(name = "compute_task")
    private String task;

    private String fault;

    @Enumerated(EnumType.STRING)
    @Column(name = "pending_action")
    private PendingAction pending;

    @Column(name = "first_active_at")
    private Instant firstActiveAt;

    @Column(name = "seen_at")
    private Instant seenAt;

    protected ComputeRecord() {}

    /** A server that is asked for. */
    static ComputeRecord requested() {
        ComputeRecord requested = new ComputeRecord();
        requested.phase = ServerState.BUILDING;
        requested.pending = PendingAction.CREATE;
        return requested;
    }

    /** A server that was found there. */
    static ComputeRecord found(UUID id) {
        ComputeRecord found = new ComputeRecord();
        found.id = id;
        found.phase = ServerState.BUILDING;
        return found;
    }

    /** The compute service's own id; null until it is known. */
    public UUID id() {
        return id;
    }

    void assign(UUID computeId) {
        id = computeId;
    }

    ServerState phase() {
        return phase;
    }

    void setPhase(ServerState to) {
        phase = ServerState.STORED.contains(to) ? null : to;
    }

    void follow(ServerSighting sighting) {
        id = sighting.id();
        status = sighting.status();
        task = sighting.task().isEmpty() ? null : sighting.task();
        fault = sighting.fault().isEmpty() ? null : sighting.fault();
        seenAt = sighting.at();
    }

    void fail(String sentence) {
        phase = ServerState.ERROR;
        fault = sentence;
    }

    /** Why it failed, in words of the compute service or ours; null unless it did. */
    public String fault() {
        return fault;
    }

    /** The compute service's own word; null until it said one. */
    public String status() {
        return status;
    }

    /** What the compute service is doing with it; null if nothing. */
    public String task() {
        return task;
    }

    /** What is asked for and has not ended; null if nothing. */
    public PendingAction pending() {
        return pending;
    }

    void setPending(PendingAction action) {
        pending = action;
    }

    public Instant seenAt() {
        return seenAt;
    }

    /** @return whether it is the first time */
    boolean markActive(Instant now) {
        boolean isFirst = firstActiveAt == null;
        firstActiveAt = isFirst ? now : firstActiveAt;
        return isFirst;
    }
}
