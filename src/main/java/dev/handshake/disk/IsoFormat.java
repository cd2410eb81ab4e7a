package dev.handshake.disk;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/**
 * An optical disc image (ECMA-119, also known as ISO 9660, or UDF). Its first 16 sectors are free for other uses; the
 * boot record of a hybrid image in them does not count as another format.
 */
final class IsoFormat implements FormatDetector {

    private static final byte[] SIGNATURE = "CD001".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EXTENDED_AREA = "BEA01".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] UDF_2 = "NSR02".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] UDF_3 = "NSR03".getBytes(StandardCharsets.US_ASCII);
    private static final int PRIMARY = 1;
    private static final int SECTOR = 2048;
    private static final int FIRST_DESCRIPTOR = 16 * SECTOR;

    @Override
    public String label() {
        return DiskFormat.ISO.label();
    }

    @Override
    public boolean matches(FileSample file) {
        return !VhdFormat.isFixed(file) && (isEcma119(file) || isUdf(file));
    }

    private static boolean isEcma119(FileSample file) {
        return file.hasBytesAt(FIRST_DESCRIPTOR + 1, SIGNATURE);
    }

    /** An extended area in which one of the next descriptors identifies UDF (ECMA-167, 2/8.3). */
    private static boolean isUdf(FileSample file) {
        return file.hasBytesAt(FIRST_DESCRIPTOR + 1, EXTENDED_AREA)
                && IntStream.range(1, 8)
                        .map(number -> FIRST_DESCRIPTOR + number * SECTOR + 1)
                        .anyMatch(at -> file.hasBytesAt(at, UDF_2) || file.hasBytesAt(at, UDF_3));
    }

    @Override
    public DiskImageInfo inspect(FileSample file) {
        StructReader volume = file.headReader(label(), ByteOrder.LITTLE_ENDIAN).slice(FIRST_DESCRIPTOR, SECTOR);
        if (isEcma119(file) && volume.u8(0) == PRIMARY) {
            file.requireComplete(label(), volume.u32(80) * volume.u16(128));
        }
        return new DiskImageInfo(DiskFormat.ISO, file.size(), file.size());
    }
}
