package dev.handshake.image;

import dev.handshake.account.Actor;
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
import org.hibernate.annotations.Immutable;

/**
 * One entry of the history. Entries are append-only and outlive the image and membership they refer to. Written by
 * {@link HistoryRecorder}.
 */
@Entity
@Table(name = "history")
@Immutable
public class HistoryEntry extends PanacheEntityBase {

    /**
     * An entry as shown to one reader.
     *
     * @param actorName who did it: a user's name for readers of the same account, otherwise the account number, or the
     *     provider
     */
    public record HistoryLine(HistoryEntry entry, String actorName) {}

    @Id
    @GeneratedValue(generator = "history_seq")
    @SequenceGenerator(name = "history_seq", sequenceName = "history_seq")
    public Long id;

    public String region;

    @Enumerated(EnumType.STRING)
    @Column(name = "happened")
    public HistoryEventType eventType;

    @Column(name = "image_id")
    public UUID imageId;

    @Column(name = "image_name")
    public String imageName;

    public String owner;

    /** The consumer the entry is about; null if it is about the image itself. */
    public String member;

    /** Whether the entry is hidden from the owner. */
    @Column(name = "member_only")
    public boolean memberOnly;

    public Instant at;

    @Column(name = "by_account")
    public String byAccount;

    @Column(name = "by_name")
    private String byName;

    static HistoryEntry create(
            HistoryEventType eventType, Image image, String member, boolean isOwnerTold, Actor by, Instant at) {
        HistoryEntry entry = new HistoryEntry();
        entry.eventType = eventType;
        entry.region = image.region;
        entry.imageId = image.id;
        entry.imageName = image.name;
        entry.owner = image.owner;
        entry.member = member;
        entry.memberOnly = !isOwnerTold;
        entry.at = at;
        entry.byAccount = by.account();
        entry.byName = by.name();
        return entry;
    }

    /**
     * The account whose doing {@code reader} is told of, and may have muted: an offer that was undone is its owner's to
     * the member.
     */
    public String senderTo(String reader) {
        return eventType == HistoryEventType.UNDONE && reader.equals(member) ? owner : byAccount;
    }

    HistoryLine toLine(Actor reader) {
        return new HistoryLine(this, actorName(reader));
    }

    private String actorName(Actor reader) {
        if (byAccount.equals(reader.account())) {
            return byName;
        }
        return eventType.isProviderAction() ? "the provider" : "account " + byAccount;
    }
}
