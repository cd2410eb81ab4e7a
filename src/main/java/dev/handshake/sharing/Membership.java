package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.image.IdPredicate;
import dev.handshake.image.Image;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The relationship between an image and one consumer account, in the image's region. */
@Entity
@IdClass(Membership.Key.class)
public class Membership extends PanacheEntityBase {

    public record Key(String region, UUID imageId, String member) {}

    @Id
    public String region;

    @Id
    @Column(name = "image_id")
    public UUID imageId;

    /** The consumer's account number. */
    @Id
    public String member;

    public String owner;

    @Enumerated(EnumType.STRING)
    private MembershipStatus status;

    /** The confirmed {@link ChecklistItem}s, as comma-separated names; empty for offers made through the API. */
    public String confirmed;

    /** The owner's note to the consumer, or empty. */
    public String note;

    /** The support contact for the image, or empty. */
    public String contact;

    @Column(name = "offered_at")
    public Instant offeredAt;

    /** Name of the owner's user who made the offer; shown to the owner only. */
    @Column(name = "offered_by")
    public String offeredBy;

    /** Null until the consumer first decides. */
    @Column(name = "decided_at")
    public Instant decidedAt;

    /** Name of the consumer's user who decided; shown to the consumer only. */
    @Column(name = "decided_by")
    public String decidedBy;

    /** The status shown to the owner instead of the real one; null if the owner sees the real one. */
    @Enumerated(EnumType.STRING)
    @Column(name = "told_status")
    private MembershipStatus ownerStatusOverride;

    /** The time of decision shown along with {@link #ownerStatusOverride}; null if it was undecided then. */
    @Column(name = "told_at")
    private Instant ownerDecidedAtOverride;

    @Column(name = "image_created_at")
    public Instant imageCreatedAt;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "region", referencedColumnName = "region", insertable = false, updatable = false)
    @JoinColumn(name = "image_id", referencedColumnName = "id", insertable = false, updatable = false)
    public Image image;

    /** Creates a new relationship, always pending. */
    static Membership create(Image image, String member, Actor by, OfferTerms terms, Instant now) {
        Membership membership = new Membership();
        membership.region = image.region;
        membership.imageId = image.id;
        membership.member = member;
        membership.owner = image.owner;
        membership.imageCreatedAt = image.createdAt;
        membership.status = MembershipStatus.PENDING;
        membership.confirmed = ChecklistItem.toCsv(terms.confirmed());
        membership.setNote(terms);
        membership.offeredAt = now;
        membership.offeredBy = by.name();
        return membership;
    }

    void setNote(OfferTerms terms) {
        note = terms.note();
        contact = terms.contact();
    }

    /** The memberships of the actor's account in {@code images}. */
    static List<Membership> listForConsumer(Actor actor, Collection<Image> images) {
        if (images.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = images.stream().map(each -> each.id).toList();
        return list(
                IdPredicate.toHql("imageId", ids) + " and region = ?2 and member = ?3",
                IdPredicate.toParameter(ids),
                actor.region(),
                actor.account());
    }

    /** The account numbers of the image's members. */
    public static List<String> listAccounts(Image image) {
        return listByImages(image.region, List.of(image.id)).stream()
                .map(each -> each.member)
                .toList();
    }

    /** The members of several images, by image, newest offer first. */
    public static List<Membership> listByImages(String region, Collection<UUID> images) {
        return list(
                IdPredicate.toHql("imageId", images) + " and region = ?2 order by imageId, offeredAt desc, member",
                IdPredicate.toParameter(images),
                region);
    }

    /** When the status last changed. */
    public Instant updatedAt() {
        return decidedAt == null ? offeredAt : decidedAt;
    }

    public MembershipStatus status() {
        return status;
    }

    public boolean isPending() {
        return status == MembershipStatus.PENDING;
    }

    public boolean isAccepted() {
        return status == MembershipStatus.ACCEPTED;
    }

    public boolean isRejected() {
        return status == MembershipStatus.REJECTED;
    }

    /** The status as shown to the owner: the real one, except after a rejection with an abuse report. */
    public MembershipStatus ownerStatus() {
        return ownerStatusOverride == null ? status : ownerStatusOverride;
    }

    public boolean isPendingForOwner() {
        return ownerStatus() == MembershipStatus.PENDING;
    }

    /** When the consumer decided, as shown to the owner; null if it has not. */
    public Instant ownerDecidedAt() {
        return ownerStatusOverride == null ? decidedAt : ownerDecidedAtOverride;
    }

    /** When the status last changed, as shown to the owner. */
    public Instant ownerUpdatedAt() {
        return ownerDecidedAt() == null ? offeredAt : ownerDecidedAt();
    }

    /** Same as {@link #decide}, but the owner keeps seeing the previous status and time. */
    boolean decideConfidentially(MembershipStatus decision, Actor by, Instant now) {
        MembershipStatus before = ownerStatus();
        Instant at = ownerDecidedAt();
        boolean changes = decide(decision, by, now);
        if (changes) {
            ownerStatusOverride = before;
            ownerDecidedAtOverride = at;
        }
        return changes;
    }

    /** @return whether anything changed; repeating a decision keeps the time and name of the first one */
    boolean decide(MembershipStatus decision, Actor by, Instant now) {
        if (status == decision) {
            return false;
        }
        status = decision;
        decidedAt = now;
        decidedBy = by.name();
        if (ownerStatusOverride != decision) {
            ownerStatusOverride = null;
        }
        return true;
    }
}
