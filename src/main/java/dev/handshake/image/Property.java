package dev.handshake.image;

import dev.handshake.paging.NativeRows;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** A custom property of an image: name and value chosen by its owner. */
@Entity
@Table(name = "image_property")
@IdClass(Property.Key.class)
public class Property extends PanacheEntityBase {

    public record Key(String region, UUID imageId, String name) {}

    private static final String BY_IMAGES = "select image_id, name, content from image_property"
            + " where region = :region and image_id = any(:images)";

    /** Per image. */
    public static final int MAX_PER_IMAGE = 128;

    /** In characters, as is {@link #MAX_CONTENT_LENGTH}. */
    public static final int MAX_NAME_LENGTH = 255;

    public static final int MAX_CONTENT_LENGTH = 65_535;

    /** Bytes of all names and values of one image in UTF-8. */
    static final int MAX_TOTAL_BYTES = 64 << 10;

    /** Names of properties that name people. The compute service adds them to snapshots. */
    private static final Set<String> PERSONAL = Set.of("owner_user_name", "owner_project_name", "user_id");

    @Id
    public String region;

    @Id
    @Column(name = "image_id")
    public UUID imageId;

    @Id
    public String name;

    public String content;

    /** The properties of several images of one region, by image and name, in one query. */
    public static Map<UUID, Map<String, String>> findByImage(String region, Collection<UUID> images) {
        return NativeRows.select(
                        BY_IMAGES,
                        Map.of("region", region, "images", images.toArray(UUID[]::new)),
                        new NativeRows.ResultColumn("image_id", UUID.class),
                        new NativeRows.ResultColumn("name", String.class),
                        new NativeRows.ResultColumn("content", String.class))
                .stream()
                .collect(Collectors.groupingBy(
                        each -> (UUID) each[0],
                        Collectors.toMap(
                                each -> (String) each[1], each -> (String) each[2], (one, same) -> one, TreeMap::new)));
    }

    /** Whether a property of this name is shown to its image's account only. */
    public static boolean isPersonal(String name) {
        return PERSONAL.contains(name);
    }

    public static void replace(Image image, Map<String, String> properties) {
        Map<String, String> added = new TreeMap<>(properties);
        for (Property before : Property.<Property>list("region = ?1 and imageId = ?2", image.region, image.id)) {
            if (properties.containsKey(before.name)) {
                before.content = added.remove(before.name);
            } else {
                before.delete();
            }
        }
        added.forEach((name, content) -> add(image, name, content));
    }

    private static void add(Image image, String name, String content) {
        Property property = new Property();
        property.region = image.region;
        property.imageId = image.id;
        property.name = name;
        property.content = content;
        property.persist();
    }
}
