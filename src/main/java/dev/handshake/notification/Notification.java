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

/** Something that one account is told. */
@Entity
@Table(name = "notice")
public class Notification extends PanacheEntityBase {

    private static final int MAX_MESSAGE_LENGTH = 1_000;

    @Id
    @GeneratedValue(generator = "notice_seq")
    @SequenceGenerator(name = "notice_seq", sequenceName = "notice_seq")
    public Long id;

    /** Leads the key of the table: with it a change finds its row by that key, and in one partition. */
    @PartitionKey
    public String region;

    /** That is told. */
    public String account;

    @Enumerated(EnumType.STRING)
    public NotificationType topic;

    @Enumerated(EnumType.STRING)
    private NotificationState state = NotificationState.UNREAD;

    /** The account that did it. */
    public String sender;

    /** The consumer that it is about, or null. */
    public String member;

    @Column(name = "image_id")
    public UUID imageId;

    @Column(name = "image_name")
    public String imageName;

    /** Null unless a task is over. */
    @Enumerated(EnumType.STRING)
    @Column(name = "task_kind")
    public TaskKind taskKind;

    /** The task, or the case, that it leads to; or null. */
    @Column(name = "task_id")
    public UUID taskId;

    /** Why a task failed, or what was said in a case; or null. */
    public String message;

    public Instant at;

    /** How often something of its kind happened since it was read; it tells the latest. */
    private int times = 1;

    /** Null once it is written down to whom it goes by mail. */
    @Column(name = "mail_due_at")
    private Instant mailDueAt;

    static Notification from(HistoryEntry line, String account) {
        Notification notification = new Notification();
        notification.region = line.region;
        notification.account = account;
        notification.topic = NotificationType.valueOf(line.eventType.name());
        notification.sender = line.byAccount;
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

    /** Tells of {@code latest} instead, which is about the same. */
    void merge(Notification latest) {
        topic = latest.topic;
        imageName = latest.imageName;
        at = latest.at;
        times++;
    }

    public int times() {
        return times;
    }

    /** Whether a mail about it waits for somebody to look up to whom. */
    boolean isMailPending() {
        return mailDueAt != null;
    }

    void markRead() {
        state = state == NotificationState.UNREAD ? NotificationState.READ : state;
    }

    /** Its account does not want to hear of its sender. */
    void markMuted() {
        state = NotificationState.MUTED;
    }

    /** It goes out by mail too, as soon as somebody looks up to whom. */
    void scheduleMail(Instant due) {
        mailDueAt = due;
    }

    /** It is written down to whom it goes. */
    void clearScheduledMail() {
        mailDueAt = null;
    }

    NotificationState state() {
        return state;
    }

    public boolean isUnread() {
        return state == NotificationState.UNREAD;
    }

    public boolean isMuted() {
        return state == NotificationState.MUTED;
    }

    /** Where it stands in the list. */
    public Marker marker() {
        return new Marker(at, id.toString());
    }
}
