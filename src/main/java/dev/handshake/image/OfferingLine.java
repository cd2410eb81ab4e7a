package dev.handshake.image;

import dev.handshake.error.Reason;
import dev.handshake.web.Text;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;

/** What came of one number for one image in an {@link Offering}. */
@Entity
@Table(name = "offering_line")
@IdClass(OfferingLine.Key.class)
public class OfferingLine extends PanacheEntityBase {

    public record Key(String region, UUID offeringId, int position) {}

    /** What is kept of a number that is none. */
    private static final int LONGEST = 255;

    @Id
    public String region;

    @Id
    @Column(name = "offering_id")
    public UUID offeringId;

    @Id
    public int position;

    @Column(name = "image_id")
    public UUID imageId;

    @Column(name = "image_name")
    public String imageName;

    public String number;

    /** Why not; null where the image was offered. */
    @Enumerated(EnumType.STRING)
    public Reason refusal;

    static OfferingLine of(Offering offering, int position, Image image, String number, Reason refusal) {
        OfferingLine line = new OfferingLine();
        line.region = offering.region;
        line.offeringId = offering.id;
        line.position = position;
        line.imageId = image.id;
        line.imageName = image.name;
        line.number = Text.truncate(LONGEST, number);
        line.refusal = refusal;
        return line;
    }

    /** What came of an offering, in the order offered. */
    public static List<OfferingLine> of(Offering offering) {
        return list("region = ?1 and offeringId = ?2 order by position", offering.region, offering.id);
    }

    public boolean isOffered() {
        return refusal == null;
    }
}
