package dev.handshake.disk;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;

/** A VMDK that is only a descriptor: the disk is in the files it names. */
final class VmdkDescriptorFormat implements FormatDetector {

    private static final int FIRST_LINES = 4096;
    private static final String TITLE = "# disk descriptorfile";

    @Override
    public String label() {
        return DiskFormat.VMDK.label();
    }

    /**
     * QEMU needs no title: it checks that the first line that is neither blank nor a comment gives the version. A lone
     * carriage return does not end a line.
     */
    @Override
    public boolean matches(FileSample file) {
        String text = firstLines(file.head());
        return text.startsWith(TITLE)
                || Stream.of(text.split("\n"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .findFirst()
                        .filter(line -> line.startsWith("version="))
                        .isPresent();
    }

    private static String firstLines(byte[] head) {
        int length = Math.min(head.length, FIRST_LINES);
        return new String(head, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    @Override
    public DiskImageInfo inspect(FileSample file) {
        throw new RefusedException(Reason.FILE_HAS_EXTERNAL_EXTENTS);
    }
}
