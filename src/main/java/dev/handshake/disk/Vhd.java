package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A VHD (Microsoft, Virtual Hard Disk Image Format Specification 1.0). All numbers are big-endian.
 *
 * <p>It ends with a footer. One of fixed size is otherwise the bare disk; one that grows begins with a copy of the
 * footer.
 */
final class Vhd implements Layout {

    private static final byte[] SIGNATURE = "conectix".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DYNAMIC_SIGNATURE = "cxsparse".getBytes(StandardCharsets.US_ASCII);

    private static final int TABLE = 16;
    private static final int ENTRIES = 28;

    @Override
    public String word() {
        return DiskFormat.VHD.word();
    }

    @Override
    public boolean matches(Glimpse file) {
        return beginsWithFooter(file) || endsWithFooter(file);
    }

    /** What is in such a file is the disk, which may hold anything. */
    static boolean isFixed(Glimpse file) {
        return endsWithFooter(file) && !beginsWithFooter(file);
    }

    private static boolean beginsWithFooter(Glimpse file) {
        return file.shows(0, SIGNATURE);
    }

    private static boolean endsWithFooter(Glimpse file) {
        return file.showsBeforeEnd(VhdFooter.LENGTH, SIGNATURE);
    }

    @Override
    public DiskFacts read(Glimpse file) {
        VhdFooter footer = beginsWithFooter(file) ? growing(file) : fixed(file);
        return new DiskFacts(DiskFormat.VHD, file.size(), footer.diskSize());
    }

    private VhdFooter growing(Glimpse file) {
        Header header = file.start(word(), ByteOrder.BIG_ENDIAN);
        VhdFooter footer = VhdFooter.in(header.part(0, VhdFooter.LENGTH));
        header.require(footer.type() == VhdFooter.DYNAMIC && header.shows(footer.next(), DYNAMIC_SIGNATURE));
        if (!endsWithFooter(file)) {
            throw new RefusedException(Reason.FILE_TRUNCATED, word());
        }
        header.require(last(file).equals(footer));
        long table = header.u64(footer.next() + TABLE);
        header.require(table >= 0);
        file.requireWhole(word(), table + header.u32(footer.next() + ENTRIES) * Integer.BYTES);
        return footer;
    }

    private VhdFooter fixed(Glimpse file) {
        VhdFooter footer = last(file);
        file.start(word(), ByteOrder.BIG_ENDIAN)
                .require(footer.type() == VhdFooter.FIXED && footer.diskSize() <= file.size() - VhdFooter.LENGTH);
        return footer;
    }

    private VhdFooter last(Glimpse file) {
        return VhdFooter.in(file.end(word(), ByteOrder.BIG_ENDIAN, VhdFooter.LENGTH));
    }
}
