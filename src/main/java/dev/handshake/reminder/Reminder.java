package dev.handshake.reminder;

import dev.handshake.image.Membership;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How often a consumer was reminded of one offer. It goes when the membership does. */
@Entity
@IdClass(Reminder.Key.class)
public class Reminder extends PanacheEntityBase {

    public record Key(String region, UUID imageId, String member) {

        static Key of(Membership offer) {
            return new Key(offer.region, offer.imageId, offer.member);
        }
    }

    @Id
    public String region;

    @Id
    @Column(name = "image_id")
    public UUID imageId;

    @Id
    public String member;

    public int times;

    @Column(name = "last_at")
    public Instant lastAt;

    static Reminder of(Membership offer) {
        Reminder reminder = new Reminder();
        reminder.region = offer.region;
        reminder.imageId = offer.imageId;
        reminder.member = offer.member;
        return reminder;
    }

    /** Those of some offers of one region, in one query. */
    static Map<Key, Reminder> of(List<Membership> offers) {
        if (offers.isEmpty()) {
            return Map.of();
        }
        return Reminder.<Reminder>list(
                        "region = ?1 and imageId in ?2 and member in ?3",
                        offers.get(0).region,
                        offers.stream().map(each -> each.imageId).distinct().toList(),
                        offers.stream().map(each -> each.member).distinct().toList())
                .stream()
                .collect(
                        Collectors.toMap(each -> new Key(each.region, each.imageId, each.member), Function.identity()));
    }

    void again(Instant now) {
        times++;
        lastAt = now;
    }
}
