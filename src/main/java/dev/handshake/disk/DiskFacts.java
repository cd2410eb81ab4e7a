package dev.handshake.disk;

/**
 * What a disk image file says of itself.
 *
 * @param format told from the content, never from the name of the file
 * @param size of the file, in bytes
 * @param virtualSize of the disk that a machine sees, in bytes; of raw and iso it is the size of the file
 */
public record DiskFacts(DiskFormat format, long size, long virtualSize) {}
