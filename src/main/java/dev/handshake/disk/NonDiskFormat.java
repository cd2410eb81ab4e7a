package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** Files that are not disk images: web pages, text, programs. The first match names the file. */
enum NonDiskFormat implements FormatDetector {
    GIT_LFS(
            "a Git LFS pointer",
            "It refers to a file stored elsewhere: get it with git lfs pull.",
            text(start -> start.startsWith("version https://git-lfs.", "version https://hawser."))),
    GIT_ANNEX(
            "a git-annex pointer",
            "It refers to a file stored elsewhere: get it with git annex get.",
            text(start -> start.startsWith("/annex/objects/"))),
    HTML(
            "an HTML page",
            "The URL leads to a web page, perhaps a sign-in page. Use the URL of the file itself.",
            text(TextPrefix::isHtml)),
    OVF(
            "an OVF descriptor",
            "Use the disk file that it refers to.",
            text(start -> start.isXml() && start.contains("envelope"))),
    XML("an XML text", NonDiskFormat.GET_THE_FILE, text(TextPrefix::isXml)),
    JSON("a JSON text", NonDiskFormat.GET_THE_FILE, text(start -> start.isText() && start.startsWith("{", "["))),
    PDF("a PDF document", NonDiskFormat.GET_THE_FILE, starts("%PDF-")),
    ELF("a program (ELF)", NonDiskFormat.GET_THE_FILE, starts("\u007fELF")),
    PE("a program (EXE)", NonDiskFormat.GET_THE_FILE, NonDiskFormat::isPortableExecutable),
    MACH_O(
            "a program (Mach-O)",
            NonDiskFormat.GET_THE_FILE,
            starts("\u00cf\u00fa\u00ed\u00fe").or(starts("\u00ce\u00fa\u00ed\u00fe"))),
    JAVA("a program (Java class)", NonDiskFormat.GET_THE_FILE, starts("\u00ca\u00fe\u00ba\u00be")),
    SCRIPT("a script", NonDiskFormat.GET_THE_FILE, starts("#!")),
    PICTURE(
            "a picture",
            NonDiskFormat.GET_THE_FILE,
            starts("\u0089PNG\r\n\u001a\n").or(starts("GIF8")).or(starts("\u00ff\u00d8\u00ff"))),
    OFFICE(
            "an Office document",
            NonDiskFormat.GET_THE_FILE,
            starts("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")),
    SQLITE("an SQLite database", NonDiskFormat.GET_THE_FILE, starts("SQLite format 3\0")),
    TORRENT(
            "a torrent",
            "It says where the file is to be had: get that first.",
            starts("d8:announce")
                    .or(starts("d13:announce-list"))
                    .or(starts("d4:info"))
                    .or(starts("d7:comment"))),
    ZSYNC("a zsync file", "It says where the file is to be had: get that first.", starts("zsync: ")),
    TEXT("a text", NonDiskFormat.GET_THE_FILE, text(TextPrefix::isText));

    private static final String GET_THE_FILE = "Choose the disk file itself.";

    private final String label;
    private final String advice;
    private final Predicate<FileSample> signature;

    NonDiskFormat(String word, String advice, Predicate<FileSample> signature) {
        this.label = word;
        this.advice = advice;
        this.signature = signature;
    }

    private static Predicate<FileSample> starts(String signature) {
        byte[] bytes = signature.getBytes(StandardCharsets.ISO_8859_1);
        return file -> file.hasBytesAt(0, bytes);
    }

    /**
     * Whether it is a Windows or UEFI program, including Linux kernels (Microsoft, PE Format). Checks more than the
     * “MZ”, which could be code in a boot sector.
     */
    private static boolean isPortableExecutable(FileSample file) {
        int headerPointer = 0x3c;
        ByteBuffer head = file.head(ByteOrder.LITTLE_ENDIAN);
        return head.limit() >= headerPointer + Integer.BYTES
                && head.getShort(0) == 0x5a4d
                && file.hasBytesAt(Integer.toUnsignedLong(head.getInt(headerPointer)), new byte[] {'P', 'E', 0, 0});
    }

    private static Predicate<FileSample> text(Predicate<TextPrefix> signature) {
        return file -> signature.test(TextPrefix.from(file));
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
        throw new RefusedException(Reason.FILE_NOT_A_DISK, label, advice);
    }
}
