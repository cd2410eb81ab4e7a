package dev.handshake.provisioning;

import dev.handshake.compute.ComputeSnapshotRequested;
import dev.handshake.server.PendingAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Notices that a snapshot asked for here arrives as an image of the compute service. */
@ApplicationScoped
class SnapshotArrivals {

    /** The property of an image that tells which action asked for it. */
    static final String PROPERTY = ComputeSnapshotRequested.PROPERTY;

    void onSnapshot(@Observes ComputeSnapshotRequested arrived) {
        ServerAction.update(
                "imageId = ?1 where region = ?2 and id = ?3 and account = ?4 and type = ?5 and imageId is null",
                arrived.image(),
                arrived.region(),
                arrived.request(),
                arrived.account(),
                PendingAction.SNAPSHOT);
    }
}
