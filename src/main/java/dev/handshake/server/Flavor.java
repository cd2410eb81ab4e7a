package dev.handshake.server;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/**
 * A server size. Each server keeps a copy, since the configured sizes may change.
 *
 * @param ram in MiB
 * @param disk in GiB
 * @param hourlyPrice of an existing server, running or stopped, in the configured currency
 */
@Embeddable
public record Flavor(
        @Column(name = "flavor") String name,
        int vcpus,
        int ram,
        int disk,
        @Column(name = "hourly_price") BigDecimal hourlyPrice) {

    private static final long MIB = 1L << 20;

    public boolean isSufficientFor(ResourceRequirements resourceRequirements) {
        return disk >= resourceRequirements.disk() && ram >= resourceRequirements.ram();
    }

    /** @throws RefusedException {@link Reason#DISK_TOO_SMALL} or {@link Reason#MEMORY_TOO_SMALL} */
    void requireSufficientFor(ResourceRequirements resourceRequirements) {
        if (disk < resourceRequirements.disk()) {
            throw new RefusedException(Reason.DISK_TOO_SMALL, name, disk, resourceRequirements.disk());
        }
        if (ram < resourceRequirements.ram()) {
            throw new RefusedException(Reason.MEMORY_TOO_SMALL, name, ram, resourceRequirements.ram());
        }
    }

    /** In bytes. */
    public long memory() {
        return ram * MIB;
    }
}
