package dev.handshake.disk;

import java.util.Locale;

/** The formats of a disk image file that can be told from its content. */
public enum DiskFormat {
    QCOW2,
    RAW,
    VMDK,
    VHD,
    VHDX,
    VDI,
    ISO;

    /** The name of the format as people write it, in small letters. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
