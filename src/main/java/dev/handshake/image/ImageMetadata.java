package dev.handshake.image;

import dev.handshake.disk.DiskFormat;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.web.Formats;
import dev.handshake.web.Text;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Everything of an image that its owner can set, whatever the door.
 *
 * @param diskFormat as announced, or null: then it is recognised alone
 * @param containerFormat one of {@link #CONTAINER_FORMATS}, or null
 * @param visibility null leaves it to who brings the image in
 * @param minDisk GiB that a server needs at least
 * @param minRam MiB that a server needs at least
 */
public record ImageMetadata(
        String name,
        String description,
        String operatingSystem,
        DiskFormat diskFormat,
        String containerFormat,
        Visibility visibility,
        boolean isProtected,
        boolean isHidden,
        int minDisk,
        int minRam,
        SortedSet<String> tags,
        SortedMap<String, String> properties) {

    /** Characters; of a server and of a snapshot too, whose names become names of images. */
    public static final int MAX_NAME_LENGTH = 255;

    /** Characters. */
    static final int MAX_DESCRIPTION_LENGTH = 2_000;

    /** Characters. */
    static final int MAX_OPERATING_SYSTEM_LENGTH = 64;

    /**
     * What can be around a disk image, in the words of the Images API: no archive and no packing, since data is taken
     * as the disk image that it is, and no part of an Amazon image, whose disk format would have to be the same word.
     */
    public static final Set<String> CONTAINER_FORMATS = Set.of("bare", "ovf");

    /** The same with what a person typed. */
    public ImageMetadata withForm(ImageForm imageForm, Visibility chosen) {
        return new ImageMetadata(
                imageForm.name(),
                imageForm.description(),
                imageForm.operatingSystem(),
                diskFormat,
                containerFormat,
                chosen,
                isProtected,
                isHidden,
                imageForm.minDisk(),
                imageForm.minRam(),
                new TreeSet<>(imageForm.tags()),
                properties);
    }

    /** The same with one more tag. */
    public ImageMetadata withTag(String tag) {
        SortedSet<String> more = new TreeSet<>(tags);
        more.add(Text.toNfc(tag));
        return withTags(more);
    }

    /**
     * The same without that tag.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND} where it is not on the image
     */
    public ImageMetadata withoutTag(String tag) {
        SortedSet<String> fewer = new TreeSet<>(tags);
        if (!fewer.remove(Text.toNfc(tag)) && !fewer.remove(tag)) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
        return withTags(fewer);
    }

    private ImageMetadata withTags(SortedSet<String> others) {
        return new ImageMetadata(
                name,
                description,
                operatingSystem,
                diskFormat,
                containerFormat,
                visibility,
                isProtected,
                isHidden,
                minDisk,
                minRam,
                others,
                properties);
    }

    /**
     * The same, composed.
     *
     * @throws RefusedException {@link Reason#HIDDEN_CHARACTERS}, or where something is too long, too many or no word
     *     that is known
     */
    public ImageMetadata validated() {
        return validated(Set.of(), Property.MAX_TOTAL_BYTES);
    }

    /** The same, as what follows {@code before}: an image from before there was a rule keeps what it has. */
    public ImageMetadata validatedAgainst(ImageMetadata before) {
        return validated(MetadataTexts.all(before), Math.max(Property.MAX_TOTAL_BYTES, before.propertyBytes()));
    }

    private ImageMetadata validated(Set<String> kept, long maxPropertyBytes) {
        MetadataTexts.requireNoHiddenCharacters(this, kept);
        return MetadataTexts.normalized(this).requireWithinLimits(maxPropertyBytes);
    }

    private ImageMetadata requireWithinLimits(long maxPropertyBytes) {
        requireMaxLength("name", name, MAX_NAME_LENGTH);
        requireMaxLength("description", description, MAX_DESCRIPTION_LENGTH);
        requireMaxLength("operating_system", operatingSystem, MAX_OPERATING_SYSTEM_LENGTH);
        if (minDisk < 0 || minRam < 0) {
            throw new RefusedException(Reason.MALFORMED, "min_disk and min_ram are 0 or more");
        }
        requireMaxCount("tags", tags, Tag.MAX_PER_IMAGE);
        tags.forEach(tag -> requireMaxLength("tag", tag, Tag.MAX_LENGTH));
        requireMaxCount("properties", properties.keySet(), Property.MAX_PER_IMAGE);
        properties.forEach(ImageMetadata::requireValidProperty);
        if (propertyBytes() > maxPropertyBytes) {
            throw new RefusedException(
                    Reason.TOO_MANY_IMAGE_VALUES, Formats.bytes(Property.MAX_TOTAL_BYTES), "of properties");
        }
        return this;
    }

    /**
     * What a new image says, and one whose formats change.
     *
     * @throws RefusedException {@link Reason#UNSUPPORTED_CONTAINER_FORMAT}
     */
    public void requireKnownContainerFormat() {
        if (containerFormat != null && !CONTAINER_FORMATS.contains(containerFormat)) {
            throw new RefusedException(Reason.UNSUPPORTED_CONTAINER_FORMAT);
        }
    }

    /** What a new image says: one of before may have it, and could not get rid of it. */
    public void requireNamedProperties() {
        if (properties.containsKey("")) {
            throw new RefusedException(Reason.MALFORMED, "a property has a name");
        }
    }

    private long propertyBytes() {
        return properties.entrySet().stream()
                .mapToLong(each -> bytes(each.getKey()) + bytes(each.getValue()))
                .sum();
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void requireValidProperty(String name, String content) {
        requireMaxLength("a property's name", name, Property.MAX_NAME_LENGTH);
        requireMaxLength(name, content, Property.MAX_CONTENT_LENGTH);
    }

    private static void requireMaxLength(String what, String text, int most) {
        boolean isText =
                text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        if (Text.length(text) > most || !isText) {
            throw new RefusedException(
                    Reason.MALFORMED, what + " has at most " + most + " characters, all of them text");
        }
    }

    private static void requireMaxCount(String what, Collection<String> things, int most) {
        if (things.size() > most) {
            throw new RefusedException(Reason.TOO_MANY_IMAGE_VALUES, most, what);
        }
    }
}
