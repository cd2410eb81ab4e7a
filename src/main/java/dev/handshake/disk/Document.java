package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** Files that are something else than a disk: pages, texts, programs. The first that matches says what a file is. */
enum Document implements Layout {
    GIT_LFS(
            "a pointer of Git LFS",
            "It stands for a file that is elsewhere: get that with git lfs pull.",
            text(start -> start.begins("version https://git-lfs.", "version https://hawser."))),
    GIT_ANNEX(
            "a pointer of git-annex",
            "It stands for a file that is elsewhere: get that with git annex get.",
            text(start -> start.begins("/annex/objects/"))),
    HTML(
            "an HTML page",
            "Its address leads to a page, perhaps one to sign in. Find the address of the file itself.",
            text(TextStart::isHtml)),
    OVF(
            "the OVF description of a machine",
            "Take the disk that it names, which lies beside it.",
            text(start -> start.isXml() && start.contains("envelope"))),
    XML("an XML text", Document.GET_THE_FILE, text(TextStart::isXml)),
    JSON("a JSON text", Document.GET_THE_FILE, text(start -> start.isText() && start.begins("{", "["))),
    PDF("a PDF document", Document.GET_THE_FILE, starts("%PDF-")),
    ELF("a program (ELF)", Document.GET_THE_FILE, starts("\u007fELF")),
    PE("a program (EXE)", Document.GET_THE_FILE, PortableExecutable::isOne),
    MACH_O(
            "a program (Mach-O)",
            Document.GET_THE_FILE,
            starts("\u00cf\u00fa\u00ed\u00fe").or(starts("\u00ce\u00fa\u00ed\u00fe"))),
    JAVA("a program (Java class)", Document.GET_THE_FILE, starts("\u00ca\u00fe\u00ba\u00be")),
    SCRIPT("a script", Document.GET_THE_FILE, starts("#!")),
    PICTURE(
            "a picture",
            Document.GET_THE_FILE,
            starts("\u0089PNG\r\n\u001a\n").or(starts("GIF8")).or(starts("\u00ff\u00d8\u00ff"))),
    OFFICE("an Office document", Document.GET_THE_FILE, starts("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")),
    SQLITE("an SQLite database", Document.GET_THE_FILE, starts("SQLite format 3\0")),
    TORRENT(
            "a torrent",
            "It says where the file is to be had: get that first.",
            starts("d8:announce")
                    .or(starts("d13:announce-list"))
                    .or(starts("d4:info"))
                    .or(starts("d7:comment"))),
    ZSYNC("a zsync file", "It says where the file is to be had: get that first.", starts("zsync: ")),
    TEXT("a text", Document.GET_THE_FILE, text(TextStart::isText));

    private static final String GET_THE_FILE = "Choose the file of the disk itself.";

    private final String word;
    private final String advice;
    private final Predicate<Glimpse> signature;

    Document(String word, String advice, Predicate<Glimpse> signature) {
        this.word = word;
        this.advice = advice;
        this.signature = signature;
    }

    private static Predicate<Glimpse> starts(String signature) {
        byte[] bytes = signature.getBytes(StandardCharsets.ISO_8859_1);
        return file -> file.shows(0, bytes);
    }

    private static Predicate<Glimpse> text(Predicate<TextStart> signature) {
        return file -> signature.test(TextStart.of(file));
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public boolean matches(Glimpse file) {
        return signature.test(file);
    }

    @Override
    public DiskFacts read(Glimpse file) {
        throw new RefusedException(Reason.FILE_NOT_A_DISK, word, advice);
    }
}
