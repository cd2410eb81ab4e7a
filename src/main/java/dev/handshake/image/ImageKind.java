package dev.handshake.image;

/** Where an image comes from. */
public enum ImageKind {
    /** The provider's own, open to every account of the cloud. */
    BASE("base"),
    /** Taken of a server. */
    SNAPSHOT("snapshot"),
    /** Brought in as a disk image file. */
    IMPORT("import");

    private final String word;

    ImageKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
