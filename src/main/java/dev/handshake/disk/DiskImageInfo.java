package dev.handshake.disk;

/**
 * What a disk image file says of itself.
 *
 * @param format told from the content, never from the name of the file
 * @param size of the file, in bytes
 * @param virtualSize of the disk that a machine sees, in bytes; of raw and iso it is the size of the file
 * @param isGuess whether it was taken as raw only because nothing else fits: no partition table, file system or boot
 *     sector is known in it
 */
public record DiskImageInfo(DiskFormat format, long size, long virtualSize, boolean isGuess) {

    /** Of a file that is known by its content. */
    public DiskImageInfo(DiskFormat format, long size, long virtualSize) {
        this(format, size, virtualSize, false);
    }
}
