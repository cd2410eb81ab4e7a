package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.nio.ByteOrder;
import java.util.UUID;

/** A VirtualBox disk image (VirtualBox, {@code VDICore.h}: VDIPREHEADER and VDIHEADER1; QEMU, {@code block/vdi.c}). */
final class Vdi implements Layout {

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
    public String word() {
        return DiskFormat.VDI.word();
    }

    @Override
    public boolean matches(Glimpse file) {
        return file.shows(0x40, SIGNATURE);
    }

    @Override
    public DiskFacts read(Glimpse file) {
        Header header = file.start(word(), ByteOrder.LITTLE_ENDIAN);
        requireVersion(header);
        requireNoParent(header);
        DiskFacts facts = new DiskFacts(DiskFormat.VDI, file.size(), header.diskSize(0x170, 1));
        file.requireWhole(word(), header.u32(BLOCK_MAP) + header.u32(BLOCKS) * Integer.BYTES);
        file.requireWhole(word(), header.u32(DATA) + header.u32(ALLOCATED) * header.u32(BLOCK_SIZE));
        return facts;
    }

    private static void requireVersion(Header header) {
        int major = header.u16(0x46);
        if (major != 1) {
            throw new RefusedException(Reason.FILE_FORMAT_NOT_SUPPORTED, "vdi version " + major);
        }
    }

    private void requireNoParent(Header header) {
        long type = header.u32(0x4c);
        boolean linked = !header.guid(0x1a8).equals(NONE) || !header.guid(0x1b8).equals(NONE);
        if (type == UNDO || type == DIFFERENCE || linked) {
            throw new RefusedException(Reason.FILE_HAS_PARENT, word());
        }
        header.require(type == DYNAMIC || type == STATIC);
    }
}
