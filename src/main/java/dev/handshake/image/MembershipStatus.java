package dev.handshake.image;

/** Where a consumer stands with an image. */
public enum MembershipStatus {
    PENDING("pending"),
    ACCEPTED("accepted"),
    REJECTED("rejected");

    private final String word;

    MembershipStatus(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
