package dev.handshake.server;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/**
 * A size of server. A server keeps its own copy, since the operator's list may change.
 *
 * @param ram MiB
 * @param disk GiB
 * @param hourlyPrice of a server that exists, running or stopped, in the operator's currency
 */
@Embeddable
public record Flavor(
        @Column(name = "flavor") String name,
        int vcpus,
        int ram,
        int disk,
        @Column(name = "hourly_price") BigDecimal hourlyPrice) {

    private static final long MIB = 1L << 20;

    public boolean holds(Need need) {
        return disk >= need.disk() && ram >= need.ram();
    }

    /** @throws RefusedException {@link Reason#DISK_TOO_SMALL} or {@link Reason#MEMORY_TOO_SMALL} */
    void mustHold(Need need) {
        if (disk < need.disk()) {
            throw new RefusedException(Reason.DISK_TOO_SMALL, name, disk, need.disk());
        }
        if (ram < need.ram()) {
            throw new RefusedException(Reason.MEMORY_TOO_SMALL, name, ram, need.ram());
        }
    }

    /** Bytes. */
    public long memory() {
        return ram * MIB;
    }
}
