package dev.handshake.image;

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
 * One press of the Offer button, for several images and numbers at once. Its id comes with the form, so that a second
 * press of the same button finds the first one's result.
 */
@Entity
@Table(name = "offering")
@IdClass(Offering.Key.class)
public class Offering extends PanacheEntityBase {

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

    static Offering made(UUID id, Actor by, Instant now) {
        Offering offering = new Offering();
        offering.region = by.region();
        offering.id = id;
        offering.account = by.account();
        offering.madeAt = now;
        offering.madeBy = by.name();
        return offering;
    }

    static Optional<Offering> seenBy(Actor actor, UUID id) {
        return find("region = ?1 and id = ?2 and account = ?3", actor.region(), id, actor.account())
                .firstResultOptional();
    }
}
