package dev.handshake.disk;

import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import java.util.HexFormat;
import java.util.Locale;

/** Files that hold a disk image packed: compressed, or among others as in an OVA. */
enum Archive implements Layout {
    GZIP(0, "1f8b08"),
    XZ(0, "fd377a585a00"),
    BZIP2(0, "425a68"),
    ZSTD(0, "28b52ffd"),
    ZIP(0, "504b0304"),
    SEVEN_ZIP(0, "377abcaf271c"),
    LZ4(0, "04224d18"),
    TAR(257, "7573746172");

    private final int at;
    private final byte[] signature;

    /** @param signature in hexadecimal digits */
    Archive(int at, String signature) {
        this.at = at;
        this.signature = HexFormat.of().parseHex(signature);
    }

    @Override
    public String word() {
        return this == SEVEN_ZIP ? "7z" : name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean matches(Glimpse file) {
        return file.shows(at, signature);
    }

    @Override
    public DiskFacts read(Glimpse file) {
        throw new Refused(Reason.FILE_COMPRESSED, word());
    }
}
