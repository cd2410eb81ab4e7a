package dev.handshake.server;

import dev.handshake.image.DiskData;

/**
 * What a server has to have at least, for an image to run in it.
 *
 * @param disk GiB, begun ones counted as whole; 0 where nothing is known
 * @param ram MiB; 0 where nothing is known
 */
public record Need(long disk, int ram) {

    private static final long GIB = 1L << 30;

    static Need of(DiskData data) {
        return new Need(Math.max(data.minDisk, gibibytes(data.virtualSize)), data.minRam);
    }

    private static long gibibytes(Long bytes) {
        return bytes == null ? 0 : bytes / GIB + (bytes % GIB == 0 ? 0 : 1);
    }
}
