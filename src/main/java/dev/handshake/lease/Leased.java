package dev.handshake.lease;

import java.util.UUID;

/** A row that one holder at a time works at. */
public interface Leased {

    Lease lease();

    /** Whether {@code claim} holds the lease, and the row's state still waits for what its holder has to say. */
    boolean isHeldBy(UUID claim);
}
