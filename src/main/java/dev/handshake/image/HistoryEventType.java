package dev.handshake.image;

import dev.handshake.sharing.MembershipStatus;

/** The kinds of line in a history. */
public enum HistoryEventType {
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

    private final String label;

    HistoryEventType(String word) {
        this.label = word;
    }

    public String label() {
        return label;
    }

    public static HistoryEventType by(MembershipStatus decision) {
        return switch (decision) {
            case ACCEPTED -> ACCEPTED;
            case REJECTED -> REJECTED;
            case PENDING -> RECONSIDERED;
        };
    }
}
