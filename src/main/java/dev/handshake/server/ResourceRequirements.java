package dev.handshake.server;

import dev.handshake.image.DiskData;

/**
 * What a server has to have at least, for an image to run in it.
 *
 * @param disk GiB, begun ones counted as whole; 0 where nothing is known
 * @param ram MiB; 0 where nothing is known
 */
public record ResourceRequirements(long disk, int ram) {

    private static final long GIB = 1L << 30;

    static ResourceRequirements of(DiskData data) {
        return new ResourceRequirements(Math.max(data.minDisk, roundUpToGib(data.virtualSize)), data.minRam);
    }

    private static long roundUpToGib(Long bytes) {
        return bytes == null ? 0 : bytes / GIB + (bytes % GIB == 0 ? 0 : 1);
    }
}
