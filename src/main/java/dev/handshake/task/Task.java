package dev.handshake.task;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.lease.Lease;
import dev.handshake.lease.Leased;
import dev.handshake.web.Text;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;

/** A background task with its progress. */
@Entity
@IdClass(Task.Key.class)
public class Task extends PanacheEntityBase implements Leased {

    public record Key(String region, UUID id) {}

    private static final int MAX_MESSAGE_LENGTH = 1_000;
    /** Characters of the input stored in the first column. */
    private static final int FIRST_COLUMN_LENGTH = 16_000;

    @Id
    public String region;

    @Id
    public UUID id;

    public String account;

    @Enumerated(EnumType.STRING)
    public TaskKind kind;

    @Column(name = "image_id")
    public UUID imageId;

    @Column(name = "image_name")
    public String imageName;

    private String input;

    /** The part of the input that does not fit the first column, or null. */
    @Column(name = "input_rest")
    private String inputRest;

    @Enumerated(EnumType.STRING)
    private TaskStatus status;

    /** Tells a failure that a person wanted from the others. */
    private boolean canceled;

    /** Why it failed, or null. */
    public String message;

    @Column(name = "bytes_done")
    public long bytesDone;

    /** Null while unknown. */
    @Column(name = "bytes_all")
    public Long bytesTotal;

    @Embedded
    @AttributeOverride(name = "holder", column = @Column(name = "runner"))
    @AttributeOverride(name = "until", column = @Column(name = "lease_until"))
    @AttributeOverride(name = "attempts", column = @Column(name = "runs"))
    private Lease lease;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "created_by")
    public String createdBy;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "updated_at")
    public Instant updatedAt;

    static Task create(Actor by, UUID id, TaskRequest taskRequest, Instant now) {
        Task task = new Task();
        task.region = by.region();
        task.id = id;
        task.account = by.account();
        task.kind = taskRequest.kind();
        task.imageId = taskRequest.imageId();
        task.imageName = taskRequest.imageName();
        task.storeInput(taskRequest.input());
        task.status = TaskStatus.PENDING;
        task.createdAt = now;
        task.createdBy = by.name();
        task.role = by.role();
        task.lease = Lease.availableFrom(now);
        task.updatedAt = now;
        return task;
    }

    private void storeInput(String json) {
        int most = Math.min(FIRST_COLUMN_LENGTH, json.length());
        int end = most > 0 && Character.isHighSurrogate(json.charAt(most - 1)) ? most - 1 : most;
        input = json.substring(0, end);
        inputRest = end == json.length() ? null : json.substring(end);
    }

    /** The parameters as JSON. */
    public String input() {
        return inputRest == null ? input : input + inputRest;
    }

    public TaskStatus status() {
        return canceled ? TaskStatus.CANCELED : status;
    }

    public boolean isUnfinished() {
        return TaskStatus.UNFINISHED.contains(status);
    }

    public boolean isSuccess() {
        return status == TaskStatus.SUCCESS;
    }

    public boolean isFailure() {
        return status() == TaskStatus.FAILURE;
    }

    public boolean isCanceled() {
        return canceled;
    }

    /** Progress from 0 to 100, or null while the total is unknown. */
    public Long percent() {
        return bytesTotal == null || bytesTotal == 0 ? null : Math.min(100, 100 * bytesDone / bytesTotal);
    }

    /** The actor who submitted the task, with the role at that time. */
    public Actor actor() {
        return new Actor(account, createdBy, role, region);
    }

    boolean hasRun(int times) {
        return lease.attempts() >= times;
    }

    @Override
    public Lease lease() {
        return lease;
    }

    @Override
    public boolean isHeldBy(UUID run) {
        return status == TaskStatus.PROCESSING && lease.isHeldBy(run);
    }

    /** Whether the replica that ran it stopped renewing the lease. */
    boolean isLeaseExpired(Instant now) {
        return status == TaskStatus.PROCESSING && lease.isExpired(now);
    }

    /** Starts a run, from the beginning. */
    void start(Instant now) {
        status = TaskStatus.PROCESSING;
        bytesDone = 0;
        updatedAt = now;
    }

    void recordProgress(long done, Long all, Instant now) {
        bytesDone = done;
        bytesTotal = all;
        updatedAt = now;
    }

    void succeed(long done, Instant now) {
        status = TaskStatus.SUCCESS;
        bytesDone = done;
        bytesTotal = done;
        updatedAt = now;
    }

    void cancel(String why, Instant now) {
        canceled = true;
        fail(why, now);
    }

    void fail(String why, Instant now) {
        status = TaskStatus.FAILURE;
        message = Text.abbreviate(MAX_MESSAGE_LENGTH, why);
        updatedAt = now;
    }
}
