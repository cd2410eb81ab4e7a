package dev.handshake.lease;

import java.util.UUID;

/** A row that is processed by one holder at a time. */
public interface Leased {

    Lease lease();

    /** Whether {@code claim} holds the lease and the row still awaits its result. */
    default boolean isHeldBy(UUID claim) {
        return lease().isHeldBy(claim);
    }
}
