package dev.handshake.image;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A word that the owner put on an image. */
@Entity
@Table(name = "image_tag")
@IdClass(Tag.Key.class)
public class Tag extends PanacheEntityBase {

    public record Key(String region, UUID imageId, String tag) {}

    @Id
    public String region;

    @Id
    @Column(name = "image_id")
    public UUID imageId;

    @Id
    public String tag;

    static List<String> of(Image image) {
        return Tag.<Tag>list("region = ?1 and imageId = ?2 order by tag", image.region, image.id).stream()
                .map(each -> each.tag)
                .toList();
    }

    static void replace(Image image, Collection<String> tags) {
        delete("region = ?1 and imageId = ?2", image.region, image.id);
        tags.stream().distinct().forEach(word -> put(image, word));
    }

    private static void put(Image image, String word) {
        Tag tag = new Tag();
        tag.region = image.region;
        tag.imageId = image.id;
        tag.tag = word;
        tag.persist();
    }
}
