package dev.handshake.catalog;

import dev.handshake.account.Actor;
import dev.handshake.image.Image;
import dev.handshake.paging.NativeRows;
import dev.handshake.paging.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Truncates a page of images whose metadata would take more than {@link #MAX_BYTES} in one response. At least one image
 * stays; the rest moves to the next page. The database sums up the sizes before any metadata is loaded.
 *
 * @param page the truncated page
 * @param bytes its size
 */
public record MemoryBoundedPage(Page<Image> page, long bytes) {

    /** Enough for a page of 1,000 images with ordinary metadata. */
    static final long MAX_BYTES = 2 << 20;

    /** Estimated size of an image without its owner's metadata. */
    private static final long FIXED_BYTES = 1 << 10;

    private static final String METADATA_BYTES = "select image_id, sum(bytes) as bytes from ("
            + "select image_id, octet_length(name) + octet_length(content) as bytes from image_property"
            + " where region = :region and image_id = any(:images)"
            + " union all select image_id, octet_length(tag) from image_tag"
            + " where region = :region and image_id = any(:images)) words group by image_id";

    /** Takes one query; all images must be of the actor's region. */
    public static MemoryBoundedPage truncate(Actor actor, Page<Image> page) {
        Map<UUID, Long> words = countMetadataBytes(actor, page.items());
        long bytes = 0;
        for (int each = 0; each < page.items().size(); each++) {
            Image image = page.items().get(each);
            long more = bytes(image) + words.getOrDefault(image.id, 0L);
            if (bytes + more > MAX_BYTES && each > 0) {
                return new MemoryBoundedPage(Page.of(page.items(), each, last -> last.id), bytes);
            }
            bytes += more;
        }
        return new MemoryBoundedPage(page, bytes);
    }

    private static Map<UUID, Long> countMetadataBytes(Actor actor, List<Image> images) {
        UUID[] ids = images.stream().map(each -> each.id).toArray(UUID[]::new);
        return NativeRows.select(
                        METADATA_BYTES,
                        Map.of("region", actor.region(), "images", ids),
                        new NativeRows.ResultColumn("image_id", UUID.class),
                        new NativeRows.ResultColumn("bytes", Long.class))
                .stream()
                .collect(Collectors.toMap(each -> (UUID) each[0], each -> (Long) each[1]));
    }

    private static long bytes(Image image) {
        return FIXED_BYTES + image.name.length() + image.description.length();
    }
}
