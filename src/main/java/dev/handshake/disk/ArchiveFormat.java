package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Predicate;

/** Compressed or archived files, which may contain a disk image, such as an OVA. */
enum ArchiveFormat implements FormatDetector {
    GZIP("gzip", "gunzip", starts("1f8b")),
    COMPRESS("compress", "uncompress", starts("1f9d", "1fa0", "1f1e")),
    XZ("xz", "unxz", starts("fd377a585a00")),
    BZIP2("bzip2", "bunzip2", starts("425a68")),
    ZSTD("zstd", "unzstd", ArchiveFormat::isZstd),
    LZ4("lz4", "unlz4", ArchiveFormat::isLz4),
    LZMA("lzma", "unlzma", ArchiveHeuristics::isLzma),
    LZIP("lzip", "lzip -d", starts("4c5a4950")),
    LZOP("lzop", "lzop -d", starts("894c5a4f000d0a1a0a")),
    LRZIP("lrzip", "lrunzip", starts("4c525a49")),
    SNAPPY("snappy", "snzip -d", starts("ff060000734e61507059")),
    ZLIB("zlib", "zlib-flate -uncompress", ArchiveHeuristics::isZlib),
    ZIP("zip", "unzip", starts("504b0304", "504b0506", "504b0708")),
    SEVEN_ZIP("7z", "7z x", starts("377abcaf271c")),
    RAR("rar", "unrar x", starts("526172211a0700", "526172211a070100", "52457e5e")),
    ARJ("arj", "arj x", ArchiveHeuristics::isArj),
    LHA("lha", "lha x", at(2, "2d6c68").and(at(6, "2d"))),
    ACE("ace", "unace x", at(7, "2a2a4143452a2a")),
    CAB("cab", "cabextract", starts("4d53434600000000")),
    WIM("wim", "wimlib-imagex apply", starts("4d5357494d000000", "574c50574d000000")),
    TAR("tar", "tar -xf", at(257, "7573746172").or(ArchiveHeuristics::isOldTar)),
    CPIO(
            "cpio",
            "cpio -i",
            starts("303730373031", "303730373032", "303730373037").or(ArchiveHeuristics::isBinaryCpio)),
    AR("ar", "ar x", starts("213c617263683e0a", "213c7468696e3e0a")),
    RPM("rpm", "rpm2cpio", starts("edabeedb")),
    XAR("xar", "xar -xf", starts("78617221")),
    VMA("Proxmox vma", "vma extract", starts("564d4100")),
    PARTCLONE("partclone", "partclone.restore", starts("70617274636c6f6e652d696d616765")),
    PARTIMAGE("partimage", "partimage restore", starts("50615274496d4167452d566f4c754d65"));

    private final String label;
    private final String unpackCommand;
    private final Predicate<FileSample> signature;

    /** @param command that unpacks it */
    ArchiveFormat(String word, String command, Predicate<FileSample> signature) {
        this.label = word;
        this.unpackCommand = command;
        this.signature = signature;
    }

    /** @param signatures alternatives at the start of the file, in hexadecimal */
    private static Predicate<FileSample> starts(String... signatures) {
        return Arrays.stream(signatures)
                .map(each -> at(0, each))
                .reduce(Predicate::or)
                .orElseThrow();
    }

    private static Predicate<FileSample> at(long place, String signature) {
        byte[] bytes = HexFormat.of().parseHex(signature);
        return file -> file.hasBytesAt(place, bytes);
    }

    /**
     * Includes older versions, and files of pzstd, which start with a skippable frame: only the next frame tells zstd
     * and lz4 apart.
     */
    private static boolean isZstd(FileSample file) {
        boolean skips = ArchiveHeuristics.afterSkippableFrames(file) > 0;
        return starts("28b52ffd", "27b52ffd", "26b52ffd", "25b52ffd", "24b52ffd", "23b52ffd", "22b52ffd", "1eb52ffd")
                .or(each -> skips && !isLz4(each))
                .test(file);
    }

    private static boolean isLz4(FileSample file) {
        return starts("02214c18")
                .or(at(ArchiveHeuristics.afterSkippableFrames(file), "04224d18"))
                .test(file);
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
        throw new RefusedException(Reason.FILE_COMPRESSED, label, unpackCommand);
    }
}
