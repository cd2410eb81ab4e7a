package dev.handshake.compute;

import java.util.UUID;

/**
 * The compute service began a snapshot that this portal asked it for.
 *
 * @param request the id that the portal gave
 */
public record ComputeSnapshotRequested(String region, String account, UUID request, UUID image) {

    /** The property of the image that has the id. It is kept by no image. */
    public static final String PROPERTY = "handshake_request";
}
