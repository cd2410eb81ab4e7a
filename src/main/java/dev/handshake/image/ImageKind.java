package dev.handshake.image;

/** Where an image comes from. */
public enum ImageKind {
    /** The provider's own, open to every account of the cloud. */
    BASE("base"),
    /** Taken of a server. */
    SNAPSHOT("snapshot"),
    /** Brought in as a disk image file. */
    IMPORT("import");

    private final String label;

    ImageKind(String word) {
        this.label = word;
    }

    public String label() {
        return label;
    }
}
