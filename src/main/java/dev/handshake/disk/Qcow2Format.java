package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.nio.ByteOrder;

/** A qcow2 of version 2 or 3 (QEMU, {@code docs/interop/qcow2.txt}). All numbers are big-endian. */
final class Qcow2Format implements FormatDetector {

    private static final byte[] SIGNATURE = {'Q', 'F', 'I', (byte) 0xfb};
    private static final int LENGTH_2 = 72;
    private static final int LENGTH_3 = 104;

    /** Incompatible feature bits, which a reader must support to open the file. */
    private static final long CORRUPT = 1 << 1;

    private static final long DATA_FILE = 1 << 2;

    /** Dirty reference counts, corrupt, external data file, compression type, extended L2 entries. */
    private static final long KNOWN_FEATURES = 0b11111;

    @Override
    public String label() {
        return DiskFormat.QCOW2.label();
    }

    @Override
    public boolean matches(FileSample file) {
        return file.hasBytesAt(0, SIGNATURE);
    }

    @Override
    public DiskImageInfo inspect(FileSample file) {
        StructReader structReader = file.headReader(label(), ByteOrder.BIG_ENDIAN);
        long version = version(structReader);
        requireNoBackingFile(structReader);
        if (version == 3) {
            requireSupportedFeatures(structReader);
        }
        new Qcow2Extensions(structReader, length(structReader, version), clusterSize(structReader)).requireNoDataFile();
        requireNotEncrypted(structReader);
        DiskImageInfo facts = new DiskImageInfo(DiskFormat.QCOW2, file.size(), structReader.diskSize(24, 1));
        requireTables(file, structReader);
        return facts;
    }

    /**
     * Checks that the file contains the top-level tables: L1 with 8 bytes per entry, and the refcount table in whole
     * clusters.
     */
    private void requireTables(FileSample file, StructReader structReader) {
        structReader.require(structReader.u64(40) >= 0 && structReader.u64(48) >= 0);
        file.requireComplete(label(), structReader.u64(40) + structReader.u32(36) * Long.BYTES);
        file.requireComplete(label(), structReader.u64(48) + structReader.u32(56) * clusterSize(structReader));
    }

    private static long version(StructReader structReader) {
        long version = structReader.u32(4);
        if (version != 2 && version != 3) {
            throw new RefusedException(Reason.FILE_FORMAT_NOT_SUPPORTED, "qcow version " + version);
        }
        return version;
    }

    private static void requireNoBackingFile(StructReader structReader) {
        if (structReader.u64(8) != 0) {
            throw new RefusedException(Reason.FILE_HAS_BACKING_FILE);
        }
    }

    private static void requireSupportedFeatures(StructReader structReader) {
        long features = structReader.u64(72);
        if ((features & DATA_FILE) != 0) {
            throw new RefusedException(Reason.FILE_HAS_EXTERNAL_DATA_FILE);
        }
        if ((features & ~KNOWN_FEATURES) != 0) {
            throw new RefusedException(Reason.FILE_FORMAT_NOT_SUPPORTED, "a qcow2 with unsupported features");
        }
        structReader.require((features & CORRUPT) == 0);
    }

    private static long length(StructReader structReader, long version) {
        long length = version == 2 ? LENGTH_2 : structReader.u32(100);
        structReader.require(version == 2 || length >= LENGTH_3);
        return length;
    }

    private static long clusterSize(StructReader structReader) {
        long bits = structReader.u32(20);
        structReader.require(bits >= 9 && bits <= 21);
        return 1L << bits;
    }

    private static void requireNotEncrypted(StructReader structReader) {
        if (structReader.u32(32) != 0) {
            throw new RefusedException(Reason.FILE_FORMAT_NOT_SUPPORTED, "an encrypted qcow2");
        }
    }
}
