package dev.handshake.image;

/** The kinds of line in a history. */
public enum Happened {
    CREATED("brought in"),
    OFFERED("offered"),
    ACCEPTED("accepted"),
    REJECTED("rejected"),
    RECONSIDERED("put back to pending"),
    REMINDED("reminded"),
    REMOVED("removed"),
    DEACTIVATED("deactivated"),
    REACTIVATED("reactivated"),
    SUSPENDED("suspended"),
    LIFTED("suspension lifted"),
    DELETED("deleted");

    private final String word;

    Happened(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    static Happened by(MembershipStatus decision) {
        return switch (decision) {
            case ACCEPTED -> ACCEPTED;
            case REJECTED -> REJECTED;
            case PENDING -> RECONSIDERED;
        };
    }
}
