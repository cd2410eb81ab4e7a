package dev.handshake.imagesync;

import dev.handshake.disk.DiskFormat;
import dev.handshake.glance.GlanceImage;
import dev.handshake.glance.GlanceMember;
import dev.handshake.image.Image;
import dev.handshake.image.ImageHome;
import dev.handshake.image.ImageKind;
import dev.handshake.image.ImageMetadata;
import dev.handshake.image.ImageStatus;
import dev.handshake.image.Property;
import dev.handshake.image.Tag;
import dev.handshake.image.Visibility;
import dev.handshake.sharing.MembershipStatus;
import dev.handshake.sharing.ObservedMembers.ObservedMember;
import dev.handshake.web.Text;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Glance calls things here. Values that the portal's tables cannot hold are left out: it shows images, and does
 * not judge them.
 */
final class GlanceMapping {

    private static final Map<String, ImageStatus> STATUS = Map.of(
            "queued", ImageStatus.QUEUED,
            "saving", ImageStatus.SAVING,
            "uploading", ImageStatus.SAVING,
            "importing", ImageStatus.SAVING,
            "active", ImageStatus.ACTIVE,
            "deactivated", ImageStatus.DEACTIVATED);

    private static final Map<String, Visibility> VISIBILITY =
            Map.of("public", Visibility.PUBLIC, "shared", Visibility.SHARED, "private", Visibility.PRIVATE);

    private static final Pattern MD5 = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern SHA512 = Pattern.compile("[0-9a-f]{128}");
    private static final int MAX_ACCOUNT_LENGTH = 255;

    private GlanceMapping() {}

    /** Whether the portal shows the image: not those that are deleted, nor those shared with everybody. */
    static boolean isShown(GlanceImage image) {
        return STATUS.containsKey(image.status())
                && VISIBILITY.containsKey(image.visibility())
                && Text.length(image.owner()) <= MAX_ACCOUNT_LENGTH;
    }

    static ImageStatus status(GlanceImage image) {
        return STATUS.get(image.status());
    }

    static Visibility visibility(GlanceImage image) {
        return VISIBILITY.get(image.visibility());
    }

    /** Whether {@code known} is a copy of {@code image}. Each change of an image at Glance also changes its time. */
    static boolean isCopy(Image known, GlanceImage image, ImageHome home) {
        return known.home() == home
                && known.updatedAt.equals(image.updatedAt())
                && known.status() == status(image)
                && known.visibility() == visibility(image)
                && known.owner.equals(image.owner());
    }

    /** Copies all but the members. */
    static ImageMetadata apply(GlanceImage theirs, Image image, ImageHome home) {
        ImageMetadata metadata = metadata(theirs);
        image.applyMetadata(metadata, theirs.updatedAt());
        image.changeVisibility(visibility(theirs));
        if (!image.isBase()
                && List.of("snapshot", "backup").contains(theirs.properties().getOrDefault("image_type", ""))) {
            image.kind = ImageKind.SNAPSHOT;
        }
        image.follow(home, status(theirs));
        image.size = Math.max(0, theirs.size());
        image.virtualSize = theirs.virtualSize();
        image.md5 = matching(MD5, theirs.md5());
        image.sha512 = matching(SHA512, theirs.sha512());
        return metadata;
    }

    private static ImageMetadata metadata(GlanceImage image) {
        SortedMap<String, String> properties = properties(image);
        return new ImageMetadata(
                Text.truncate(ImageMetadata.MAX_NAME_LENGTH, Text.clean(image.name())),
                "",
                Text.truncate(ImageMetadata.MAX_OPERATING_SYSTEM_LENGTH, operatingSystem(properties)),
                diskFormat(image),
                ImageMetadata.CONTAINER_FORMATS.contains(String.valueOf(image.containerFormat()))
                        ? image.containerFormat()
                        : null,
                visibility(image),
                image.isProtected(),
                image.isHidden(),
                Math.max(0, image.minDisk()),
                Math.max(0, image.minRam()),
                image.tags().stream()
                        .filter(each -> isStorable(each, Tag.MAX_LENGTH))
                        .limit(Tag.MAX_PER_IMAGE)
                        .collect(Collectors.toCollection(TreeSet::new)),
                properties);
    }

    private static SortedMap<String, String> properties(GlanceImage image) {
        SortedMap<String, String> kept = new TreeMap<>();
        image.properties().entrySet().stream()
                .filter(each -> isStorable(each.getKey(), Property.MAX_NAME_LENGTH)
                        && isStorable(each.getValue(), Property.MAX_CONTENT_LENGTH))
                .limit(Property.MAX_PER_IMAGE)
                .forEach(each -> kept.put(each.getKey(), each.getValue()));
        return kept;
    }

    private static boolean isStorable(String text, int most) {
        return Text.length(text) <= most
                && text.indexOf('\0') < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static String operatingSystem(Map<String, String> properties) {
        String name = properties.getOrDefault("os_distro", properties.getOrDefault("os_type", ""));
        return Text.clean(name + " " + properties.getOrDefault("os_version", ""));
    }

    private static DiskFormat diskFormat(GlanceImage image) {
        return Arrays.stream(DiskFormat.values())
                .filter(each -> each.label().equals(image.diskFormat()))
                .findFirst()
                .orElse(null);
    }

    private static String matching(Pattern pattern, String text) {
        return text != null && pattern.matcher(text).matches() ? text : null;
    }

    /** Each account once: two calls at once may have made two rows of one. */
    static List<ObservedMember> members(List<GlanceMember> members) {
        Map<String, ObservedMember> byAccount = members.stream()
                .filter(each -> Text.length(each.member()) <= MAX_ACCOUNT_LENGTH)
                .flatMap(each -> member(each).stream())
                .collect(Collectors.toMap(
                        ObservedMember::account,
                        Function.identity(),
                        (one, other) -> one.updatedAt().isBefore(other.updatedAt()) ? other : one,
                        TreeMap::new));
        return List.copyOf(byAccount.values());
    }

    private static Optional<ObservedMember> member(GlanceMember member) {
        return Arrays.stream(MembershipStatus.values())
                .filter(each -> each.label().equals(member.status()))
                .findFirst()
                .map(status ->
                        new ObservedMember(member.member(), status, offeredAt(member, status), member.updatedAt()));
    }

    /** Glance gives a member that is added again the time of the first; that of its last change is the later one. */
    private static Instant offeredAt(GlanceMember member, MembershipStatus status) {
        return status == MembershipStatus.PENDING ? member.updatedAt() : member.createdAt();
    }

    static boolean hasMembers(GlanceImage image) {
        return visibility(image) == Visibility.SHARED;
    }

    /**
     * Whether there is an image that only its owner, members and an administrator see, and the account is not its
     * owner.
     */
    static boolean hasOthersImage(Collection<GlanceImage> images, String account) {
        return images.stream()
                .anyMatch(each -> isShown(each)
                        && visibility(each) != Visibility.PUBLIC
                        && !each.owner().equals(account));
    }
}
