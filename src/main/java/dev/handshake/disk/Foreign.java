package dev.handshake.disk;

import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import java.nio.charset.StandardCharsets;

/** Disk images that no cloud takes. They are known so that they do not pass for raw. */
enum Foreign implements Layout {
    QED("a QED image", "QED\0"),
    PARALLELS("a Parallels disk", "WithoutFreeSpace"),
    PARALLELS_EXTENDED("a Parallels disk", "WithouFreSpacExt"),
    LUKS("an encrypted LUKS volume", "LUKS\u00ba\u00be"),
    ESX_SPARSE("an ESX sparse disk", "COWD"),
    BOCHS("a Bochs disk", "Bochs Virtual HD Image"),
    CLOOP("a cloop image", "#!/bin/sh\n#V2.0 Format\nmodprobe cloop");

    private final String word;
    private final byte[] signature;

    Foreign(String word, String signature) {
        this.word = word;
        this.signature = signature.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public boolean matches(Glimpse file) {
        return file.shows(0, signature);
    }

    @Override
    public DiskFacts read(Glimpse file) {
        throw new Refused(Reason.FILE_NOT_SUPPORTED, word);
    }
}
