package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.util.Arrays;

/**
 * A raw disk. Any file without another format is accepted as raw if its size is a multiple of the sector size. If it
 * contains no known signature either, the format is marked as a guess.
 */
final class RawFormat implements FormatDetector {

    private static final int SECTOR = 512;

    @Override
    public String label() {
        return DiskFormat.RAW.label();
    }

    @Override
    public boolean matches(FileSample file) {
        return true;
    }

    @Override
    public DiskImageInfo inspect(FileSample file) {
        if (file.size() % SECTOR != 0) {
            throw new RefusedException(Reason.FILE_NOT_SECTOR_ALIGNED, file.size());
        }
        boolean known = Arrays.stream(RawContentSignature.values()).anyMatch(each -> each.matches(file));
        return new DiskImageInfo(DiskFormat.RAW, file.size(), file.size(), !known);
    }
}
