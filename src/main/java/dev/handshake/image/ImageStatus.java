package dev.handshake.image;

/** The status of an image's data. Only the data of an active image can be used. */
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
