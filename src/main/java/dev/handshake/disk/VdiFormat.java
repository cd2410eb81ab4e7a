package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.nio.ByteOrder;
import java.util.UUID;

/** A VirtualBox disk image (VirtualBox, {@code VDICore.h}: VDIPREHEADER and VDIHEADER1; QEMU, {@code block/vdi.c}). */
final class VdiFormat implements FormatDetector {

    private static final byte[] SIGNATURE = {0x7f, 0x10, (byte) 0xda, (byte) 0xbe};
    private static final int BLOCK_MAP = 0x154;
    private static final int DATA = 0x158;
    private static final int BLOCK_SIZE = 0x178;
    private static final int BLOCKS = 0x180;
    private static final int ALLOCATED = 0x184;
    private static final int DYNAMIC = 1;
    private static final int STATIC = 2;
    private static final int UNDO = 3;
    private static final int DIFFERENCE = 4;
    private static final UUID NONE = new UUID(0, 0);

    @Override
    public String label() {
        return DiskFormat.VDI.label();
    }

    @Override
    public boolean matches(FileSample file) {
        return file.hasBytesAt(0x40, SIGNATURE);
    }

    @Override
    public DiskImageInfo inspect(FileSample file) {
        StructReader structReader = file.headReader(label(), ByteOrder.LITTLE_ENDIAN);
        requireVersion(structReader);
        requireNoParent(structReader);
        DiskImageInfo facts = new DiskImageInfo(DiskFormat.VDI, file.size(), structReader.diskSize(0x170, 1));
        file.requireComplete(label(), structReader.u32(BLOCK_MAP) + structReader.u32(BLOCKS) * Integer.BYTES);
        file.requireComplete(
                label(), structReader.u32(DATA) + structReader.u32(ALLOCATED) * structReader.u32(BLOCK_SIZE));
        return facts;
    }

    private static void requireVersion(StructReader structReader) {
        int major = structReader.u16(0x46);
        if (major != 1) {
            throw new RefusedException(Reason.FILE_FORMAT_NOT_SUPPORTED, "vdi version " + major);
        }
    }

    private void requireNoParent(StructReader structReader) {
        long type = structReader.u32(0x4c);
        boolean linked = !structReader.guid(0x1a8).equals(NONE)
                || !structReader.guid(0x1b8).equals(NONE);
        if (type == UNDO || type == DIFFERENCE || linked) {
            throw new RefusedException(Reason.FILE_HAS_PARENT, label());
        }
        structReader.require(type == DYNAMIC || type == STATIC);
    }
}
