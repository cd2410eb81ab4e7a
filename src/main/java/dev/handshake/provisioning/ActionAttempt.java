package dev.handshake.provisioning;

import dev.handshake.nova.NewServer;
import dev.handshake.server.PendingAction;
import java.util.UUID;

/**
 * One attempt of an action.
 *
 * @param claim its lease
 * @param server the portal's id
 * @param computeId the compute service's; null while it is not known
 * @param wasSent whether an earlier attempt may have been successful
 * @param creation what to create; null for other actions
 * @param name of the snapshot
 */
record ActionAttempt(
        UUID claim,
        ActionTarget target,
        PendingAction type,
        UUID server,
        UUID computeId,
        boolean wasSent,
        NewServer creation,
        String name,
        UUID imageId) {

    private static final String TAG_PREFIX = "handshake-";

    /** The tag of the server with this id. */
    static String tag(UUID server) {
        return TAG_PREFIX + server;
    }

    /** The id in a tag; null if it is none of ours. */
    static UUID serverOfTag(String tag) {
        try {
            return tag.startsWith(TAG_PREFIX) ? UUID.fromString(tag.substring(TAG_PREFIX.length())) : null;
        } catch (IllegalArgumentException other) {
            return null;
        }
    }
}
