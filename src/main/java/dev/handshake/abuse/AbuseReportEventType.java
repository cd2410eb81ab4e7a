package dev.handshake.abuse;

/** The types of events in an abuse report's history. */
public enum AbuseReportEventType {
    REPORTED("reported"),
    DEACTIVATED("suspended the image"),
    REINSTATED("lifted the suspension"),
    CLOSED("closed the case");

    private final String label;

    AbuseReportEventType(String word) {
        this.label = word;
    }

    public String label() {
        return label;
    }
}
