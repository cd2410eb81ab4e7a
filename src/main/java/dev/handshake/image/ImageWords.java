package dev.handshake.image;

/** What the filters of the image list offer to choose from. */
public record ImageWords(ImageKind[] kinds, ImageStatus[] statuses, ImageOrder[] orders) {

    static final ImageWords ALL = new ImageWords(ImageKind.values(), ImageStatus.values(), ImageOrder.values());
}
