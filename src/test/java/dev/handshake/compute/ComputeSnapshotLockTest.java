package dev.handshake.compute;

import dev.handshake.compute.Nova.NovaServer;
import dev.handshake.image.Image;
import dev.handshake.image.SuspensionLock;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.persistence.LockModeType;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Snapshots of one image do not wait for each other. On PostgreSQL alone: H2 has no shared locks. */
@PortalTest
class ComputeSnapshotLockTest {

    private final Cast cast = new Cast();
    private final Nova nova = new Nova(cast.consumer.account);

    @Test
    void a_snapshot_waits_for_no_other_snapshot() {
        UUID image = cast.pending("golden");
        NovaServer server = nova.starts(image);
        QuarkusTransaction.requiringNew().run(() -> {
            SuspensionLock.acquireShared("DFW");
            Image.findById(new Image.Key("DFW", image), LockModeType.PESSIMISTIC_READ);
            nova.announces(server, "beside another", Map.of()).is(201);
        });
    }
}
