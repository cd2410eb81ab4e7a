package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.nio.ByteOrder;

/** A qcow2 of version 2 or 3 (QEMU, {@code docs/interop/qcow2.txt}). All numbers are big-endian. */
final class Qcow2 implements Layout {

    private static final byte[] SIGNATURE = {'Q', 'F', 'I', (byte) 0xfb};
    private static final int LENGTH_2 = 72;
    private static final int LENGTH_3 = 104;

    @Override
    public String word() {
        return DiskFormat.QCOW2.word();
    }

    @Override
    public boolean matches(Glimpse file) {
        return file.shows(0, SIGNATURE);
    }

    @Override
    public DiskFacts read(Glimpse file) {
        Header header = file.start(word(), ByteOrder.BIG_ENDIAN);
        long version = version(header);
        requireNoBackingFile(header);
        if (version == 3) {
            Qcow2Features.requireSupported(header);
        }
        new Qcow2Extensions(header, length(header, version), clusterSize(header)).requireNoDataFile();
        requireNotEncrypted(header);
        DiskFacts facts = new DiskFacts(DiskFormat.QCOW2, file.size(), header.diskSize(24, 1));
        requireTables(file, header);
        return facts;
    }

    /** The tables that all others hang on: L1 with 8 bytes an entry, and the reference table in whole clusters. */
    private void requireTables(Glimpse file, Header header) {
        header.require(header.u64(40) >= 0 && header.u64(48) >= 0);
        file.requireWhole(word(), header.u64(40) + header.u32(36) * Long.BYTES);
        file.requireWhole(word(), header.u64(48) + header.u32(56) * clusterSize(header));
    }

    private static long version(Header header) {
        long version = header.u32(4);
        if (version != 2 && version != 3) {
            throw new RefusedException(Reason.FILE_FORMAT_NOT_SUPPORTED, "qcow version " + version);
        }
        return version;
    }

    private static void requireNoBackingFile(Header header) {
        if (header.u64(8) != 0) {
            throw new RefusedException(Reason.FILE_HAS_BACKING_FILE);
        }
    }

    private static long length(Header header, long version) {
        long length = version == 2 ? LENGTH_2 : header.u32(100);
        header.require(version == 2 || length >= LENGTH_3);
        return length;
    }

    private static long clusterSize(Header header) {
        long bits = header.u32(20);
        header.require(bits >= 9 && bits <= 21);
        return 1L << bits;
    }

    private static void requireNotEncrypted(Header header) {
        if (header.u32(32) != 0) {
            throw new RefusedException(Reason.FILE_FORMAT_NOT_SUPPORTED, "an encrypted qcow2");
        }
    }
}
