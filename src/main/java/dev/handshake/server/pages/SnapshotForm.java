package dev.handshake.server.pages;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.server.Server;
import dev.handshake.server.SnapshotService;
import dev.handshake.web.Text;
import java.util.UUID;

/** The snapshot form as typed. It carries the image's id, so that submitting it twice creates one snapshot. */
public record SnapshotForm(String id, String name) {

    static SnapshotForm parse(String id, String name) {
        return new SnapshotForm(Text.clean(id), Text.clean(name));
    }

    static SnapshotForm forServer(Server server) {
        return new SnapshotForm(UUID.randomUUID().toString(), SnapshotService.defaultName(server));
    }

    /** @throws RefusedException {@link Reason#NOT_FOUND} if the id is not a UUID */
    UUID imageId() {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
    }
}
