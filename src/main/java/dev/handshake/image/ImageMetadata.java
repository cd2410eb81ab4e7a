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
 * All metadata of an image that its owner can set, through pages or API.
 *
 * @param diskFormat as announced by the client, or null to rely on detection
 * @param containerFormat one of {@link #CONTAINER_FORMATS}, or null
 * @param visibility null for the default of the creating account
 * @param minDisk minimum disk of a server in GiB
 * @param minRam minimum memory of a server in MiB
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

    /** In characters. Also applies to servers and snapshots, whose names become image names. */
    public static final int MAX_NAME_LENGTH = 255;

    /** In characters. */
    static final int MAX_DESCRIPTION_LENGTH = 2_000;

    /** In characters. */
    public static final int MAX_OPERATING_SYSTEM_LENGTH = 64;

    /**
     * Supported container formats of the Images API. Archives and compressed containers are not supported, since data
     * is stored as the disk image it is; neither are the parts of an Amazon image, whose disk format must have the same
     * name as the container.
     */
    public static final Set<String> CONTAINER_FORMATS = Set.of("bare", "ovf");

    /** Returns a copy with the values of a form. */
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

    /** Returns a copy with one more tag. */
    public ImageMetadata withTag(String tag) {
        SortedSet<String> more = new TreeSet<>(tags);
        more.add(Text.toNfc(tag));
        return withTags(more);
    }

    /**
     * Returns a copy without the tag.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND} if the image does not have it
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
     * Returns the metadata normalized to NFC.
     *
     * @throws RefusedException {@link Reason#HIDDEN_CHARACTERS}, or if a value is too long, out of range or one too
     *     many
     */
    public ImageMetadata validated() {
        return validated(Set.of(), Property.MAX_TOTAL_BYTES);
    }

    /**
     * Same as {@link #validated()} for an update: values that were accepted before a rule existed may stay.
     *
     * @param before the metadata before the update
     */
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
     * Checked for new images and when the formats change.
     *
     * @throws RefusedException {@link Reason#UNSUPPORTED_CONTAINER_FORMAT}
     */
    public void requireKnownContainerFormat() {
        if (containerFormat != null && !CONTAINER_FORMATS.contains(containerFormat)) {
            throw new RefusedException(Reason.UNSUPPORTED_CONTAINER_FORMAT);
        }
    }

    /** Checked for new images only: an older image may have a property without a name, and could not remove it. */
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
