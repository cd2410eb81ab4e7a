package dev.handshake.image;

/** How far an image is: only an active one has data that can be used. */
public enum ImageStatus {
    QUEUED("queued"),
    SAVING("saving"),
    ACTIVE("active"),
    DEACTIVATED("deactivated");

    private final String label;

    ImageStatus(String word) {
        this.label = word;
    }

    public String label() {
        return label;
    }
}
