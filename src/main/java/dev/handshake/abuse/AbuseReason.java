package dev.handshake.abuse;

import java.util.Locale;

/** The reason of an abuse report. */
public enum AbuseReason {
    ERROR("It was shared with us in error", "shared in error"),
    MALICIOUS("It looks malicious", "malicious");

    private final String description;
    private final String label;

    AbuseReason(String sentence, String word) {
        this.description = sentence;
        this.label = word;
    }

    public String description() {
        return description;
    }

    public String label() {
        return label;
    }

    /** The value in forms. */
    public String formValue() {
        return name().toLowerCase(Locale.ROOT);
    }
}
