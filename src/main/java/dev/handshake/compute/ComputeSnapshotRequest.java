package dev.handshake.compute;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.util.List;
import java.util.UUID;

/**
 * What the compute service says of a new image that it takes from a server.
 *
 * @param server its id; null if it is not one
 * @param sources the images that the server may have been started from, the most credible first
 * @param request the id by which the portal asked for it; null if it did not
 */
public record ComputeSnapshotRequest(UUID server, List<UUID> sources, UUID request) {

    /** Ordinarily there is one; a user's words may add more. */
    private static final int MAX_SOURCES = 16;

    /** @throws RefusedException {@link Reason#MALFORMED} for too many sources */
    public ComputeSnapshotRequest {
        if (sources.size() > MAX_SOURCES) {
            throw new RefusedException(Reason.MALFORMED, "a snapshot names at most " + MAX_SOURCES + " images");
        }
    }
}
