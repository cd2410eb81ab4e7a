package dev.handshake.server;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.util.Arrays;

/** The state of a server. */
public enum ServerState {
    ACTIVE("active"),
    STOPPED("stopped"),
    /** Final; the row is kept. */
    DELETED("deleted");

    private final String label;

    ServerState(String word) {
        this.label = word;
    }

    public String label() {
        return label;
    }

    /** @throws RefusedException {@link Reason#MALFORMED} */
    public static ServerState parse(String word) {
        return Arrays.stream(values())
                .filter(each -> each.label.equals(word))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Reason.MALFORMED, "no such server status"));
    }
}
