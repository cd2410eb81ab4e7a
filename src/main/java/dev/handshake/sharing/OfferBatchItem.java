package dev.handshake.sharing;

import dev.handshake.error.Reason;
import dev.handshake.image.Image;
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

/** The outcome for one account number and one image in an {@link OfferBatch}. */
@Entity
@Table(name = "offering_line")
@IdClass(OfferBatchItem.Key.class)
public class OfferBatchItem extends PanacheEntityBase {

    public record Key(String region, UUID batchId, int position) {}

    /** Characters stored of an invalid account number. */
    private static final int MAX_NUMBER_LENGTH = 255;

    @Id
    public String region;

    @Id
    @Column(name = "offering_id")
    public UUID batchId;

    @Id
    public int position;

    @Column(name = "image_id")
    public UUID imageId;

    @Column(name = "image_name")
    public String imageName;

    public String number;

    /** Why the image was not offered; null if it was. */
    @Enumerated(EnumType.STRING)
    public Reason refusal;

    static OfferBatchItem create(OfferBatch offerBatch, int position, Image image, String number, Reason refusal) {
        OfferBatchItem line = new OfferBatchItem();
        line.region = offerBatch.region;
        line.batchId = offerBatch.id;
        line.position = position;
        line.imageId = image.id;
        line.imageName = image.name;
        line.number = Text.truncate(MAX_NUMBER_LENGTH, number);
        line.refusal = refusal;
        return line;
    }

    /** The outcomes of a batch, in the order of the form. */
    public static List<OfferBatchItem> listByBatch(OfferBatch offerBatch) {
        return list("region = ?1 and batchId = ?2 order by position", offerBatch.region, offerBatch.id);
    }

    public boolean isOffered() {
        return refusal == null;
    }
}
