package dev.handshake.disk;

import java.util.Locale;

/** Disk image formats detected from content. */
public enum DiskFormat {
    QCOW2,
    RAW,
    VMDK,
    VHD,
    VHDX,
    VDI,
    ISO;

    /** The lower-case name, as in the Images API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
