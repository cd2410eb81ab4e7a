package dev.handshake.task;

import java.util.Locale;

/** What a task does. */
public enum TaskKind {
    /** Brings in an image from an address. */
    IMPORT,
    /** Prepares the data of an image to be taken out. */
    EXPORT,
    /** Takes in data that a client sends; only its client can begin it again. */
    UPLOAD;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
