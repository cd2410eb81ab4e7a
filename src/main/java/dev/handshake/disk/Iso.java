package dev.handshake.disk;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * An optical disc (ECMA-119, that is ISO 9660). Its first 16 sectors are free for others; the boot record of a hybrid
 * image there is no format of its own.
 */
final class Iso implements Layout {

    private static final byte[] SIGNATURE = "CD001".getBytes(StandardCharsets.US_ASCII);
    private static final int SECTOR = 2048;
    private static final int FIRST_DESCRIPTOR = 16 * SECTOR;

    @Override
    public String word() {
        return DiskFormat.ISO.word();
    }

    @Override
    public boolean matches(Glimpse file) {
        return file.shows(FIRST_DESCRIPTOR + 1, SIGNATURE);
    }

    @Override
    public DiskFacts read(Glimpse file) {
        file.start(word(), ByteOrder.LITTLE_ENDIAN).part(FIRST_DESCRIPTOR, SECTOR);
        return new DiskFacts(DiskFormat.ISO, file.size(), file.size());
    }
}
