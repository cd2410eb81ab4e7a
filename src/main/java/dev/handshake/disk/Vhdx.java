package dev.handshake.disk;

import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
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
        VhdxMetadata metadata = new VhdxMetadata(header.part(place(file, header), VhdxMetadata.LENGTH));
        metadata.requireNoParent();
        return new DiskFacts(DiskFormat.VHDX, file.size(), metadata.diskSize());
    }

    private static long place(Glimpse file, Header header) {
        long place = VhdxRegions.metadata(header);
        if (place > Head.LIMIT - VhdxMetadata.LENGTH && place <= file.size() - VhdxMetadata.LENGTH) {
            throw new Refused(Reason.FILE_NOT_SUPPORTED, "a vhdx with its metadata after the first 4 MiB");
        }
        return place;
    }
}
