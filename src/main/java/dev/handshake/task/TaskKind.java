package dev.handshake.task;

import java.util.Locale;

/** What a task does. */
public enum TaskKind {
    /** Imports an image from a URL. */
    IMPORT,
    /** Prepares image data for export. */
    EXPORT,
    /** Receives an upload; only the client can retry it. */
    UPLOAD;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
