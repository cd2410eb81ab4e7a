package dev.handshake.sharing;

import dev.handshake.account.Actor;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One submission of the offer form, for several images and account numbers at once. The form carries its id, so that
 * submitting it twice returns the first result.
 */
@Entity
@Table(name = "offering")
@IdClass(OfferBatch.Key.class)
public class OfferBatch extends PanacheEntityBase {

    public record Key(String region, UUID id) {}

    @Id
    public String region;

    @Id
    public UUID id;

    public String account;

    @Column(name = "made_at")
    public Instant madeAt;

    @Column(name = "made_by")
    public String madeBy;

    static OfferBatch create(UUID id, Actor by, Instant now) {
        OfferBatch offerBatch = new OfferBatch();
        offerBatch.region = by.region();
        offerBatch.id = id;
        offerBatch.account = by.account();
        offerBatch.madeAt = now;
        offerBatch.madeBy = by.name();
        return offerBatch;
    }

    static Optional<OfferBatch> findVisible(Actor actor, UUID id) {
        return find("region = ?1 and id = ?2 and account = ?3", actor.region(), id, actor.account())
                .firstResultOptional();
    }
}
