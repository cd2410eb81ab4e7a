package dev.handshake.server;

/** What was asked of the compute service and has not ended yet. */
public enum PendingAction {
    CREATE("starting"),
    STOP("stopping"),
    START("starting again"),
    REBOOT("rebooting"),
    SNAPSHOT("taking a snapshot"),
    DELETE("deleting");

    private final String label;

    PendingAction(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
