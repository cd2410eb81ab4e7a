package dev.handshake.disk;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A VHDX (Microsoft, [MS-VHDX]). All numbers are little-endian. */
final class VhdxFormat implements FormatDetector {

    private static final byte[] SIGNATURE = "vhdxfile".getBytes(StandardCharsets.US_ASCII);

    @Override
    public String label() {
        return DiskFormat.VHDX.label();
    }

    @Override
    public boolean matches(FileSample file) {
        return file.hasBytesAt(0, SIGNATURE);
    }

    @Override
    public DiskImageInfo inspect(FileSample file) {
        StructReader structReader = file.headReader(label(), ByteOrder.LITTLE_ENDIAN);
        VhdxHeader.parseCurrent(structReader).requireClosed();
        VhdxMetadata metadata = new VhdxMetadata(
                file.regionReader(structReader, VhdxRegionTable.metadataOffset(structReader), VhdxMetadata.LENGTH));
        metadata.requireNoParent();
        return new DiskImageInfo(DiskFormat.VHDX, file.size(), metadata.diskSize());
    }

    @Override
    public long captureOffset(FileSample start) {
        return matches(start) ? VhdxRegionTable.metadataOffset(start.headReader(label(), ByteOrder.LITTLE_ENDIAN)) : 0;
    }
}
