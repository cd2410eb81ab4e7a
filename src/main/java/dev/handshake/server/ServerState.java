package dev.handshake.server;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.util.Arrays;

/** How a server stands. */
public enum ServerState {
    ACTIVE("active"),
    STOPPED("stopped"),
    /** For good; its row stays. */
    DELETED("deleted");

    private final String word;

    ServerState(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** @throws RefusedException {@link Reason#MALFORMED} */
    public static ServerState named(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Reason.MALFORMED, "no such status of a server"));
    }
}
