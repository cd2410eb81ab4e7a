package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** Disk image formats that are not supported. They are detected so that they do not pass for raw. */
enum UnsupportedFormat implements FormatDetector {
    QED("a QED image", starts("QED\0")),
    PARALLELS("a Parallels disk", starts("WithoutFreeSpace").or(starts("WithouFreSpacExt"))),
    LUKS("an encrypted LUKS volume", starts("LUKS\u00ba\u00be")),
    ESX_SPARSE("an ESX sparse disk", starts("COWD")),
    /** VMware {@code seSparse}; QEMU, {@code block/vmdk.c}: SESPARSE_CONST_HEADER_MAGIC. */
    SE_SPARSE("an ESXi SE sparse disk", starts("\u00be\u00ba\u00fe\u00ca\0\0\0\0")),
    BOCHS("a Bochs disk", starts("Bochs Virtual HD Image")),
    CLOOP("a cloop image", starts("#!/bin/sh\n#V2.0 Format\nmodprobe cloop")),
    USER_MODE_COW("a User-mode Linux COW file", starts("OOOM").or(starts("MOOO"))),
    DMG("an Apple disk image (dmg)", ends(512, "koly").or(starts("encrcdsa"))),
    SPARSE_IMAGE("an Apple sparse image", starts("sprs")),
    EWF(
            "an EWF (EnCase) image",
            starts("EVF\t\r\n\u00ff\0").or(starts("LVF\t\r\n\u00ff\0")).or(starts("EVF2\r\n\u0081\0"))),
    AFF("an AFF image", starts("AFF10\r\n\0")),
    ANDROID_SPARSE("an Android sparse image", starts(":\u00ff&\u00ed")),
    RAW_DISC("a raw disc copy (bin)", starts("\0" + "\u00ff".repeat(10) + "\0")),
    NERO("a Nero disc image (nrg)", ends(12, "NER5").or(ends(8, "NERO"))),
    ALCOHOL("a disc image descriptor (mds)", starts("MEDIA DESCRIPTOR")),
    DAA("a PowerISO image (daa)", starts("DAA\0\0")),
    COMPRESSED_ISO("a compressed disc image (cso)", starts("CISO\0\0\0\0").or(starts("CISO\u0018\0\0\0")));

    private final String label;
    private final Predicate<FileSample> signature;

    UnsupportedFormat(String word, Predicate<FileSample> signature) {
        this.label = word;
        this.signature = signature;
    }

    private static Predicate<FileSample> starts(String signature) {
        byte[] bytes = signature.getBytes(StandardCharsets.ISO_8859_1);
        return file -> file.hasBytesAt(0, bytes);
    }

    private static Predicate<FileSample> ends(int distance, String signature) {
        byte[] bytes = signature.getBytes(StandardCharsets.ISO_8859_1);
        return file -> file.hasBytesBeforeEnd(distance, bytes);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public boolean matches(FileSample file) {
        return signature.test(file);
    }

    @Override
    public DiskImageInfo inspect(FileSample file) {
        throw new RefusedException(Reason.FILE_FORMAT_NOT_SUPPORTED, label);
    }
}
