package dev.handshake.server;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The state of a server. */
public enum ServerState {
    /** Not running yet; only at a compute service. */
    BUILDING("building"),
    ACTIVE("active"),
    STOPPED("stopped"),
    /** Stopped, and its place given up; only at a compute service. */
    SHELVED("shelved"),
    /** Failed, or never started; only at a compute service. */
    ERROR("error"),
    /** Final; the row is kept. */
    DELETED("deleted");

    /** The states that the column has; the others are phases of these. */
    static final Set<ServerState> STORED = EnumSet.of(ACTIVE, STOPPED, DELETED);

    private final String label;

    ServerState(String word) {
        this.label = word;
    }

    public String label() {
        return label;
    }

    /** The states that servers of a region can have. */
    public static List<ServerState> of(boolean hasCompute) {
        return Arrays.stream(values())
                .filter(each -> hasCompute || STORED.contains(each))
                .toList();
    }

    /** What is stored as the state of a server in this one. */
    ServerState stored() {
        return switch (this) {
            case BUILDING, ERROR, ACTIVE -> ACTIVE;
            case SHELVED, STOPPED -> STOPPED;
            case DELETED -> DELETED;
        };
    }

    /** @throws RefusedException {@link Reason#MALFORMED} */
    public static ServerState parse(String word) {
        return Arrays.stream(values())
                .filter(each -> each.label.equals(word))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Reason.MALFORMED, "no such server status"));
    }
}
