package dev.handshake.notice;

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
public class Notice extends PanacheEntityBase {

    private static final int LONGEST_MESSAGE = 1_000;

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
    public Topic topic;

    @Enumerated(EnumType.STRING)
    private NoticeState state = NoticeState.UNREAD;

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

    static Notice of(HistoryEntry line, String account) {
        Notice notice = new Notice();
        notice.region = line.region;
        notice.account = account;
        notice.topic = Topic.valueOf(line.eventType.name());
        notice.sender = line.byAccount;
        notice.member = line.member;
        notice.imageId = line.imageId;
        notice.imageName = line.imageName;
        notice.at = line.at;
        return notice;
    }

    static Notice of(Word word) {
        Notice notice = new Notice();
        notice.region = word.region();
        notice.account = word.account();
        notice.topic = word.topic();
        notice.sender = word.sender();
        notice.imageId = word.imageId();
        notice.imageName = word.imageName();
        notice.taskId = word.about();
        notice.message = Text.abbreviate(LONGEST_MESSAGE, word.words());
        notice.at = word.at();
        return notice;
    }

    static Notice of(Task over) {
        Notice notice = new Notice();
        notice.region = over.region;
        notice.account = over.account;
        notice.topic = Topic.valueOf(over.status().name());
        notice.sender = over.account;
        notice.imageId = over.imageId;
        notice.imageName = over.imageName;
        notice.taskKind = over.kind;
        notice.taskId = over.id;
        notice.message = over.message;
        notice.at = over.updatedAt;
        return notice;
    }

    /** Tells of {@code latest} instead, which is about the same. */
    void fold(Notice latest) {
        topic = latest.topic;
        imageName = latest.imageName;
        at = latest.at;
        times++;
    }

    public int times() {
        return times;
    }

    /** Whether a mail about it waits for somebody to look up to whom. */
    boolean isToMail() {
        return mailDueAt != null;
    }

    void read() {
        state = state == NoticeState.UNREAD ? NoticeState.READ : state;
    }

    /** Its account does not want to hear of its sender. */
    void mute() {
        state = NoticeState.MUTED;
    }

    /** It goes out by mail too, as soon as somebody looks up to whom. */
    void mailAt(Instant due) {
        mailDueAt = due;
    }

    /** It is written down to whom it goes. */
    void addressed() {
        mailDueAt = null;
    }

    NoticeState state() {
        return state;
    }

    public boolean isUnread() {
        return state == NoticeState.UNREAD;
    }

    public boolean isMuted() {
        return state == NoticeState.MUTED;
    }

    /** Where it stands in the list. */
    public Marker marker() {
        return new Marker(at, id.toString());
    }
}
