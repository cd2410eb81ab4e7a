package dev.handshake.catalog;

import dev.handshake.image.ImageKind;
import dev.handshake.image.ImageStatus;

/** The choices in the filters of the image list. */
public record FilterOptions(ImageKind[] kinds, ImageStatus[] statuses, SortOption[] orders) {

    static final FilterOptions ALL = new FilterOptions(ImageKind.values(), ImageStatus.values(), SortOption.values());
}
