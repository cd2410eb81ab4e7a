package dev.handshake.image;

import dev.handshake.account.Actor;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** An image with its tags and properties, as returned in one response. */
public record ImageWithMetadata(Image image, List<String> tags, Map<String, String> properties) {

    /**
     * Loads the metadata of several images of the actor's region in two queries. Properties that name people are left
     * out for other accounts than the owner's.
     */
    public static List<ImageWithMetadata> load(Actor actor, List<Image> images) {
        List<UUID> ids = images.stream().map(each -> each.id).toList();
        Map<UUID, List<String>> tags = Tag.findNamesByImage(actor.region(), ids);
        Map<UUID, Map<String, String>> properties = Property.findByImage(actor.region(), ids);
        return images.stream()
                .map(image -> new ImageWithMetadata(
                        image,
                        tags.getOrDefault(image.id, List.of()),
                        visibleTo(actor, image, properties.getOrDefault(image.id, Map.of()))))
                .toList();
    }

    private static Map<String, String> visibleTo(Actor actor, Image image, Map<String, String> properties) {
        if (image.isOwnedBy(actor) || actor.isOperator()) {
            return properties;
        }
        Map<String, String> shown = new TreeMap<>(properties);
        shown.keySet().removeIf(Property::isPersonal);
        return shown;
    }

    /** Replaces the tags and properties of an image. */
    public static ImageWithMetadata save(Image image, ImageMetadata metadata) {
        Tag.replace(image, metadata.tags());
        Property.replace(image, metadata.properties());
        return new ImageWithMetadata(image, List.copyOf(metadata.tags()), metadata.properties());
    }

    /** The image's current metadata, as its owner can set it. */
    public ImageMetadata metadata() {
        return new ImageMetadata(
                image.name,
                image.description,
                image.operatingSystem,
                image.diskFormat,
                image.containerFormat,
                image.visibility(),
                image.isProtected(),
                image.isHidden(),
                image.minDisk,
                image.minRam,
                new TreeSet<>(tags),
                new TreeMap<>(properties));
    }
}
