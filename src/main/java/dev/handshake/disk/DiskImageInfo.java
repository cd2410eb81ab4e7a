package dev.handshake.disk;

/**
 * What was detected about a disk image file.
 *
 * @param format detected from the content, never from the file name
 * @param size of the file in bytes
 * @param virtualSize of the disk as a machine sees it, in bytes; for raw and iso the size of the file
 * @param isGuess whether it is raw only because no other format matched and no partition table, file system or boot
 *     sector was found
 */
public record DiskImageInfo(DiskFormat format, long size, long virtualSize, boolean isGuess) {

    /** For a format detected from content. */
    public DiskImageInfo(DiskFormat format, long size, long virtualSize) {
        this(format, size, virtualSize, false);
    }
}
