package dev.handshake.image;

/** The origin of an image. */
public enum ImageKind {
    /** The provider's own, available to every account. */
    BASE("base"),
    /** Taken from a server. */
    SNAPSHOT("snapshot"),
    /** Uploaded or imported as a disk image file. */
    IMPORT("import");

    private final String label;

    ImageKind(String word) {
        this.label = word;
    }

    public String label() {
        return label;
    }
}
