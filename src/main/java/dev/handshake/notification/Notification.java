package dev.handshake.notification;

import dev.handshake.image.HistoryEntry;
import dev.handshake.paging.Marker;
import dev.handshake.task.Task;
import dev.handshake.task.TaskKind;
import dev.handshake.web.Text;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.PartitionKey;

/** A notification to one account. */
@Entity
@Table(name = "notice")
public class Notification extends PanacheEntityBase {

    /** Whether a notification was read. Applies to the whole account: one user reads it for all. */
    public enum State {
        UNREAD,
        READ,
        /** The sender was muted at the time: kept, but not counted or mailed. */
        MUTED
    }

    private static final int MAX_MESSAGE_LENGTH = 1_000;

    @Id
    @GeneratedValue(generator = "notice_seq")
    @SequenceGenerator(name = "notice_seq", sequenceName = "notice_seq")
    public Long id;

    /** Part of the table's key, so that an update finds its row by key and in one partition. */
    @PartitionKey
    public String region;

    /** The recipient. */
    public String account;

    @Enumerated(EnumType.STRING)
    public NotificationType topic;

    @Enumerated(EnumType.STRING)
    private State state = State.UNREAD;

    /** The account whose action caused it. */
    public String sender;

    /** The consumer it is about, or null. */
    public String member;

    @Column(name = "image_id")
    public UUID imageId;

    @Column(name = "image_name")
    public String imageName;

    /** Null unless it is about a finished task. */
    @Enumerated(EnumType.STRING)
    @Column(name = "task_kind")
    public TaskKind taskKind;

    /** The task or abuse report it links to, or null. */
    @Column(name = "task_id")
    public UUID taskId;

    /** Why a task failed, or the message of an abuse report; or null. */
    public String message;

    public Instant at;

    /** How many merged events it stands for since it was last read; it shows the latest. */
    private int times = 1;

    /** When its mail deliveries are to be created; null if there is nothing to do. */
    @Column(name = "mail_due_at")
    private Instant mailDueAt;

    static Notification from(HistoryEntry line, String account) {
        Notification notification = new Notification();
        notification.region = line.region;
        notification.account = account;
        notification.topic = NotificationType.valueOf(line.eventType.name());
        notification.sender = line.senderTo(account);
        notification.member = line.member;
        notification.imageId = line.imageId;
        notification.imageName = line.imageName;
        notification.at = line.at;
        return notification;
    }

    static Notification from(NotificationRequest notificationRequest) {
        Notification notification = new Notification();
        notification.region = notificationRequest.region();
        notification.account = notificationRequest.account();
        notification.topic = notificationRequest.type();
        notification.sender = notificationRequest.sender();
        notification.imageId = notificationRequest.imageId();
        notification.imageName = notificationRequest.imageName();
        notification.taskId = notificationRequest.targetId();
        notification.message = Text.abbreviate(MAX_MESSAGE_LENGTH, notificationRequest.message());
        notification.at = notificationRequest.at();
        return notification;
    }

    static Notification from(Task over) {
        Notification notification = new Notification();
        notification.region = over.region;
        notification.account = over.account;
        notification.topic = NotificationType.valueOf(over.status().name());
        notification.sender = over.account;
        notification.imageId = over.imageId;
        notification.imageName = over.imageName;
        notification.taskKind = over.kind;
        notification.taskId = over.id;
        notification.message = over.message;
        notification.at = over.updatedAt;
        return notification;
    }

    /** Replaces its content with {@code latest}, which is about the same thing. */
    void merge(Notification latest) {
        topic = latest.topic;
        imageName = latest.imageName;
        at = latest.at;
        times++;
    }

    public int times() {
        return times;
    }

    /** Whether its mail deliveries are still to be created. */
    boolean isMailPending() {
        return mailDueAt != null;
    }

    void markRead() {
        state = state == State.UNREAD ? State.READ : state;
    }

    /** Marks it as muted, because the account muted its sender. */
    void markMuted() {
        state = State.MUTED;
    }

    /** Schedules the creation of its mail deliveries. */
    void scheduleMail(Instant due) {
        mailDueAt = due;
    }

    /** Called when its mail deliveries are created. */
    void clearScheduledMail() {
        mailDueAt = null;
    }

    State state() {
        return state;
    }

    public boolean isUnread() {
        return state == State.UNREAD;
    }

    public boolean isMuted() {
        return state == State.MUTED;
    }

    /** Its position in the list. */
    public Marker marker() {
        return new Marker(at, id.toString());
    }
}
