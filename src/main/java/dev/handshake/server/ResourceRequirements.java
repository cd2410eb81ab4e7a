package dev.handshake.server;

import dev.handshake.image.DiskData;

/**
 * The minimum resources of a server for an image.
 *
 * @param disk in GiB, rounded up; 0 if unknown
 * @param ram in MiB; 0 if unknown
 */
public record ResourceRequirements(long disk, int ram) {

    private static final long GIB = 1L << 30;

    public static ResourceRequirements of(DiskData data) {
        return new ResourceRequirements(Math.max(data.minDisk, roundUpToGib(data.virtualSize)), data.minRam);
    }

    private static long roundUpToGib(Long bytes) {
        return bytes == null ? 0 : bytes / GIB + (bytes % GIB == 0 ? 0 : 1);
    }
}
