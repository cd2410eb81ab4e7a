package dev.handshake.disk;

import java.util.Random;

/**
 * Small disk image files, empty but sound: qemu-img reads every one that is not meant to be refused. For tests that
 * upload something. Sizes are in bytes.
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

    /** A monolithicSparse one. */
    public static byte[] vmdk(long virtualSize) {
        return new VmdkFile(virtualSize).bytes();
    }

    /** A streamOptimized one as vSphere exports it, with its header once more at the end. */
    public static byte[] vmdkStreamOptimized(long virtualSize) {
        return new VmdkFile(virtualSize).streamOptimized().bytes();
    }

    /** One whose data would be in the file named. */
    public static byte[] vmdkWithExtentFile(String file) {
        return new VmdkFile(64 << 20)
                .type("monolithicFlat")
                .extent("RW 131072 FLAT \"" + file + "\" 0")
                .bytes();
    }

    /** A dynamic one. */
    public static byte[] vhd(long virtualSize) {
        return VhdFile.dynamic(virtualSize, 3);
    }

    public static byte[] vhdFixed(int virtualSize) {
        return VhdFile.fixed(virtualSize);
    }

    public static byte[] vhdWithParent(long virtualSize) {
        return VhdFile.dynamic(virtualSize, 4);
    }

    /** 4 MiB long: the format has none smaller. */
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

    /** @param label of the volume, at most 32 capital letters, digits and underscores */
    public static byte[] iso(String label) {
        return IsoFile.of(label);
    }

    /** What looks like the content of a disk and like no format; the same for the same size. */
    public static byte[] raw(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }
}
