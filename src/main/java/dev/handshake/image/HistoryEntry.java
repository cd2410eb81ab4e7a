package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
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
import java.util.List;
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
     * Owners see the entries of their images except those for the member only; consumers see the entries about
     * themselves.
     */
    private static final String VISIBLE_TO = "region = ?1 and (owner = ?2 and memberOnly = false or member = ?2)";

    /** Each half of the union reads at most one page from its own index. */
    private static final String ALL = "select h.* from ("
            + half("h.owner = :account and h.member_only = false") + " union all "
            + half("h.member = :account and h.owner <> :account")
            + ") h order by h.at desc, h.id desc limit " + (Page.DEFAULT_SIZE + 1);

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

    /** A page of the entries of one image visible to {@code reader}, newest first. */
    public static Page<HistoryLine> pageOfImage(Actor reader, UUID image, Marker after) {
        List<HistoryEntry> found = HistoryEntry.<HistoryEntry>find(
                        VISIBLE_TO + " and imageId = ?3 and (at, id) < (?4, ?5) order by at desc, id desc",
                        reader.region(),
                        reader.account(),
                        image,
                        after.at(),
                        after.numericKey())
                .range(0, Page.DEFAULT_SIZE)
                .list();
        return page(found, reader);
    }

    /** A page of all entries visible to {@code reader}, newest first. */
    public static Page<HistoryLine> page(Actor reader, Marker after) {
        List<HistoryEntry> found = getEntityManager()
                .createNativeQuery(ALL, HistoryEntry.class)
                .setParameter("region", reader.region())
                .setParameter("account", reader.account())
                .setParameter("at", after.at())
                .setParameter("id", after.numericKey())
                .getResultList();
        return page(found, reader);
    }

    private static Page<HistoryLine> page(List<HistoryEntry> found, Actor reader) {
        return Page.of(
                toLines(found, reader), Page.DEFAULT_SIZE, last -> new Marker(last.entry.at, last.entry.id.toString()));
    }

    /** Whether there was ever an image with this id. */
    static boolean existsForImage(String region, UUID image) {
        return count("region = ?1 and imageId = ?2", region, image) > 0;
    }

    private static String half(String told) {
        return "(select h.* from history h where h.region = :region and " + told
                + " and (h.at, h.id) < (:at, :id) order by h.at desc, h.id desc limit "
                + (Page.DEFAULT_SIZE + 1) + ")";
    }

    private static List<HistoryLine> toLines(List<HistoryEntry> lines, Actor reader) {
        return lines.stream()
                .map(line -> new HistoryLine(line, line.actorName(reader)))
                .toList();
    }

    private String actorName(Actor reader) {
        if (byAccount.equals(reader.account())) {
            return byName;
        }
        return eventType.isProviderAction() ? "the provider" : "account " + byAccount;
    }
}
