package dev.handshake.image;

/** The types of history entries. */
public enum HistoryEventType {
    CREATED("added"),
    OFFERED("offered"),
    ACCEPTED("accepted"),
    REJECTED("rejected"),
    RECONSIDERED("moved back to pending"),
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
