package dev.handshake.abuse;

import java.util.Locale;

/** Why an image is reported. */
public enum Ground {
    ERROR("It was shared with us in error", "shared in error"),
    MALICIOUS("It looks malicious", "malicious");

    private final String sentence;
    private final String word;

    Ground(String sentence, String word) {
        this.sentence = sentence;
        this.word = word;
    }

    public String sentence() {
        return sentence;
    }

    public String word() {
        return word;
    }

    /** As forms say it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
