package dev.handshake.image;

import dev.handshake.paging.NativeRows;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** A tag that the owner put on an image. */
@Entity
@Table(name = "image_tag")
@IdClass(Tag.Key.class)
public class Tag extends PanacheEntityBase {

    public record Key(String region, UUID imageId, String tag) {}

    private static final String BY_IMAGES = "select image_id, tag from image_tag"
            + " where region = :region and image_id = any(:images) order by image_id, tag";

    /** Per image. */
    public static final int MAX_PER_IMAGE = 128;

    /** In characters. */
    public static final int MAX_LENGTH = 255;

    @Id
    public String region;

    @Id
    @Column(name = "image_id")
    public UUID imageId;

    @Id
    public String tag;

    public static List<String> findNames(Image image) {
        return Tag.<Tag>list("region = ?1 and imageId = ?2 order by tag", image.region, image.id).stream()
                .map(each -> each.tag)
                .toList();
    }

    /** The tags of several images of one region, by image, in one query. */
    public static Map<UUID, List<String>> findNamesByImage(String region, Collection<UUID> images) {
        return NativeRows.select(
                        BY_IMAGES,
                        Map.of("region", region, "images", images.toArray(UUID[]::new)),
                        new NativeRows.ResultColumn("image_id", UUID.class),
                        new NativeRows.ResultColumn("tag", String.class))
                .stream()
                .collect(Collectors.groupingBy(
                        each -> (UUID) each[0], Collectors.mapping(each -> (String) each[1], Collectors.toList())));
    }

    public static void replace(Image image, Collection<String> tags) {
        List<Tag> before = list("region = ?1 and imageId = ?2", image.region, image.id);
        before.stream().filter(each -> !tags.contains(each.tag)).forEach(Tag::delete);
        Set<String> added = new TreeSet<>(tags);
        before.forEach(each -> added.remove(each.tag));
        added.forEach(word -> add(image, word));
    }

    private static void add(Image image, String word) {
        Tag tag = new Tag();
        tag.region = image.region;
        tag.imageId = image.id;
        tag.tag = word;
        tag.persist();
    }
}
