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
 * @param containerFormat one of {@link #CONTAINERS}, or null
 * @param visibility null leaves it to who brings the image in
 * @param minDisk GiB that a server needs at least
 * @param minRam MiB that a server needs at least
 */
public record Traits(
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

    /**
     * What can be around a disk image, in the words of the Images API: no archive and no packing, since data is taken
     * as the disk image that it is, and no part of an Amazon image, whose disk format would have to be the same word.
     */
    public static final Set<String> CONTAINERS = Set.of("bare", "ovf");

    /** The same with what a person typed. */
    Traits typed(Details details, Visibility chosen) {
        return new Traits(
                details.name(),
                details.description(),
                details.operatingSystem(),
                diskFormat,
                containerFormat,
                chosen,
                isProtected,
                isHidden,
                details.minDisk(),
                details.minRam(),
                new TreeSet<>(details.tags()),
                properties);
    }

    /** The same with one more tag. */
    public Traits tagged(String tag) {
        SortedSet<String> more = new TreeSet<>(tags);
        more.add(Text.toNfc(tag));
        return with(more);
    }

    /**
     * The same without that tag.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND} where it is not on the image
     */
    public Traits untagged(String tag) {
        SortedSet<String> fewer = new TreeSet<>(tags);
        if (!fewer.remove(Text.toNfc(tag)) && !fewer.remove(tag)) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
        return with(fewer);
    }

    private Traits with(SortedSet<String> others) {
        return new Traits(
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
    Traits checked() {
        return checked(Set.of(), Property.MAX_TOTAL);
    }

    /** The same, as what follows {@code before}: an image from before there was a rule keeps what it has. */
    Traits checkedAfter(Traits before) {
        return checked(TraitTexts.all(before), Math.max(Property.MAX_TOTAL, before.propertyBytes()));
    }

    private Traits checked(Set<String> kept, long maxPropertyBytes) {
        TraitTexts.mustShow(this, kept);
        return TraitTexts.composed(this).bounded(maxPropertyBytes);
    }

    private Traits bounded(long maxPropertyBytes) {
        longest("name", name, 255);
        longest("description", description, 2_000);
        longest("operating_system", operatingSystem, 64);
        if (minDisk < 0 || minRam < 0) {
            throw new RefusedException(Reason.MALFORMED, "min_disk and min_ram are 0 or more");
        }
        most("tags", tags, Tag.MOST);
        tags.forEach(tag -> longest("tag", tag, Tag.LONGEST));
        most("properties", properties.keySet(), Property.MOST);
        properties.forEach(Traits::check);
        if (propertyBytes() > maxPropertyBytes) {
            throw new RefusedException(
                    Reason.TOO_MANY_IMAGE_VALUES, Formats.bytes(Property.MAX_TOTAL), "of properties");
        }
        return this;
    }

    /**
     * What a new image says, and one whose formats change.
     *
     * @throws RefusedException {@link Reason#UNSUPPORTED_CONTAINER_FORMAT}
     */
    void mustHaveTrueContainer() {
        if (containerFormat != null && !CONTAINERS.contains(containerFormat)) {
            throw new RefusedException(Reason.UNSUPPORTED_CONTAINER_FORMAT);
        }
    }

    /** What a new image says: one of before may have it, and could not get rid of it. */
    void mustNameProperties() {
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

    private static void check(String name, String content) {
        longest("a property's name", name, Property.LONGEST_NAME);
        longest(name, content, Property.LONGEST);
    }

    private static void longest(String what, String text, int most) {
        boolean isText =
                text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
        if (Text.length(text) > most || !isText) {
            throw new RefusedException(
                    Reason.MALFORMED, what + " has at most " + most + " characters, all of them text");
        }
    }

    private static void most(String what, Collection<String> things, int most) {
        if (things.size() > most) {
            throw new RefusedException(Reason.TOO_MANY_IMAGE_VALUES, most, what);
        }
    }
}
