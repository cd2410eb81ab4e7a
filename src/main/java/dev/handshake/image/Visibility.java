package dev.handshake.image;

/** Who can come to see an image at all. */
public enum Visibility {
    /** Every account: base images, and only they. */
    PUBLIC("public"),
    /** The owner, and the accounts it offers the image to. */
    SHARED("shared"),
    /** The owner alone; such an image has no members. */
    PRIVATE("private");

    private final String word;

    Visibility(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
