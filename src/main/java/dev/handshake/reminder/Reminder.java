package dev.handshake.reminder;

import dev.handshake.image.Image;
import dev.handshake.paging.NativeRows;
import dev.handshake.sharing.Membership;
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

/** The reminders sent for one offer. Deleted with its membership. */
@Entity
@IdClass(Reminder.Key.class)
public class Reminder extends PanacheEntityBase {

    public record Key(String region, UUID imageId, String member) {

        static Key of(Membership offer) {
            return new Key(offer.region, offer.imageId, offer.member);
        }
    }

    /** Uses arrays, so that the statement does not depend on their length. */
    private static final String SELECT = "select image_id, member, times, last_at from reminder"
            + " where region = :region and image_id = any(:images) and member = any(:members)";

    private static final NativeRows.ResultColumn[] COLUMNS = {
        new NativeRows.ResultColumn("image_id", UUID.class),
        new NativeRows.ResultColumn("member", String.class),
        new NativeRows.ResultColumn("times", Integer.class),
        new NativeRows.ResultColumn("last_at", Instant.class)
    };

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

    static Reminder create(Membership offer) {
        Reminder reminder = new Reminder();
        reminder.region = offer.region;
        reminder.imageId = offer.imageId;
        reminder.member = offer.member;
        return reminder;
    }

    static Reminder of(Membership offer, int times, Instant lastAt) {
        Reminder reminder = create(offer);
        reminder.times = times;
        reminder.lastAt = lastAt;
        return reminder;
    }

    static List<Reminder> listByImage(Image image) {
        return list("region = ?1 and imageId = ?2", image.region, image.id);
    }

    /** The reminders of several offers of one region, in one query. */
    static Map<Key, Reminder> findFor(List<Membership> offers) {
        if (offers.isEmpty()) {
            return Map.of();
        }
        String region = offers.get(0).region;
        UUID[] images = offers.stream().map(each -> each.imageId).distinct().toArray(UUID[]::new);
        String[] members = offers.stream().map(each -> each.member).distinct().toArray(String[]::new);
        return NativeRows.select(SELECT, Map.of("region", region, "images", images, "members", members), COLUMNS)
                .stream()
                .map(row -> fromRow(region, row))
                .collect(Collectors.toMap(each -> new Key(region, each.imageId, each.member), Function.identity()));
    }

    private static Reminder fromRow(String region, Object[] row) {
        Reminder reminder = new Reminder();
        reminder.region = region;
        reminder.imageId = (UUID) row[0];
        reminder.member = (String) row[1];
        reminder.times = (Integer) row[2];
        reminder.lastAt = (Instant) row[3];
        return reminder;
    }

    void increment(Instant now) {
        times++;
        lastAt = now;
    }
}
