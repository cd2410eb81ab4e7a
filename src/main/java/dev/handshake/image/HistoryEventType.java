package dev.handshake.image;

/** The types of history entries. */
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

    HistoryEventType(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
