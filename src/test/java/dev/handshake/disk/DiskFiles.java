package dev.handshake.disk;

import java.util.Random;

/**
 * Small, empty but valid disk image files for upload tests; qemu-img can read all that are not meant to be refused.
 * Sizes are in bytes.
 */
public final class DiskFiles {

    private DiskFiles() {}

    public static byte[] qcow2(long virtualSize) {
        return new Qcow2File(virtualSize).bytes();
    }

    public static byte[] qcow2Version2(long virtualSize) {
        return new Qcow2File(virtualSize).version2().bytes();
    }

    public static byte[] qcow2WithBackingFile(String name) {
        return new Qcow2File(64 << 20).backingFile(name).bytes();
    }

    public static byte[] qcow2WithDataFile(String name) {
        return new Qcow2File(64 << 20).dataFile(name).bytes();
    }

    /** A monolithicSparse VMDK. */
    public static byte[] vmdk(long virtualSize) {
        return new VmdkFile(virtualSize).bytes();
    }

    /** A streamOptimized VMDK as exported by vSphere, with its header repeated at the end. */
    public static byte[] vmdkStreamOptimized(long virtualSize) {
        return new VmdkFile(virtualSize).streamOptimized().bytes();
    }

    /** A VMDK whose data would be in another file. */
    public static byte[] vmdkWithExtentFile(String file) {
        return new VmdkFile(64 << 20)
                .type("monolithicFlat")
                .extent("RW 131072 FLAT \"" + file + "\" 0")
                .bytes();
    }

    /** A dynamic VHD. */
    public static byte[] vhd(long virtualSize) {
        return VhdFile.dynamic(virtualSize, 3);
    }

    public static byte[] vhdFixed(int virtualSize) {
        return VhdFile.fixed(virtualSize);
    }

    public static byte[] vhdWithParent(long virtualSize) {
        return VhdFile.dynamic(virtualSize, 4);
    }

    /** 4 MiB long, the minimum of the format. */
    public static byte[] vhdx(long virtualSize) {
        return new VhdxFile(virtualSize).bytes();
    }

    public static byte[] vhdxWithParent(long virtualSize) {
        return new VhdxFile(virtualSize).flags(2).bytes();
    }

    public static byte[] vdi(long virtualSize) {
        return VdiFile.of(virtualSize, 1);
    }

    public static byte[] vdiWithParent(long virtualSize) {
        return VdiFile.of(virtualSize, 4);
    }

    /** @param label of the volume, up to 32 capital letters, digits and underscores */
    public static byte[] iso(String label) {
        return IsoFile.of(label);
    }

    /** Random content of no known format; deterministic for each size. */
    public static byte[] raw(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }
}
