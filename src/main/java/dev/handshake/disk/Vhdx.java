package dev.handshake.disk;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A VHDX (Microsoft, [MS-VHDX]). All numbers are little-endian. */
final class Vhdx implements Layout {

    private static final byte[] SIGNATURE = "vhdxfile".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String word() {
        return DiskFormat.VHDX.word();
    }

    @Override
    public boolean matches(Glimpse file) {
        return file.shows(0, SIGNATURE);
    }

    @Override
    public DiskFacts read(Glimpse file) {
        Header header = file.start(word(), ByteOrder.LITTLE_ENDIAN);
        VhdxHeader.current(header).requireClosed();
        VhdxMetadata metadata = new VhdxMetadata(file.part(header, VhdxRegions.metadata(header), VhdxMetadata.LENGTH));
        metadata.requireNoParent();
        return new DiskFacts(DiskFormat.VHDX, file.size(), metadata.diskSize());
    }

    @Override
    public long farPart(Glimpse start) {
        return matches(start) ? VhdxRegions.metadata(start.start(word(), ByteOrder.LITTLE_ENDIAN)) : 0;
    }
}
