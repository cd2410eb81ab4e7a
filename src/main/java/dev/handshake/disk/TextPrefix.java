package dev.handshake.disk;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The start of a file read as text.
 *
 * @param prefix in lower case, without byte order mark and leading whitespace
 * @param isText whether all of it is printable text
 */
record TextPrefix(String prefix, boolean isText) {

    private static final int LENGTH = 4096;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    static TextPrefix from(FileSample file) {
        byte[] start = Arrays.copyOf(file.head(), Math.min(LENGTH, file.head().length));
        String text = decode(start);
        String opening = text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
        return new TextPrefix(
                opening.stripLeading().toLowerCase(Locale.ROOT),
                !text.isBlank() && text.chars().allMatch(TextPrefix::isTextCharacter));
    }

    private static String decode(byte[] start) {
        if (start.length >= 2 && (start[0] == -1 && start[1] == -2 || start[0] == -2 && start[1] == -1)) {
            return new String(start, StandardCharsets.UTF_16);
        }
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(LENGTH);
        boolean isUtf8 = utf8.decode(ByteBuffer.wrap(start), text, false).isUnderflow();
        return isUtf8 ? text.flip().toString() : decodeLatin1(start);
    }

    /**
     * Text in a legacy 8-bit encoding has few bytes above 127. If there are more, a NUL is appended so that the data
     * does not count as text.
     */
    private static String decodeLatin1(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        long high = text.chars().filter(each -> each > 127).count();
        return high <= text.length() / 3 ? text : text + '\0';
    }

    private static boolean isTextCharacter(int character) {
        boolean control = character < ' ' || character == 0x7f || character == 0xfffd;
        return !control || character >= '\b' && character <= '\r' || character == 0x1b;
    }

    boolean startsWith(String... openings) {
        return Stream.of(openings).anyMatch(prefix::startsWith);
    }

    boolean contains(String word) {
        return prefix.contains(word);
    }

    boolean isHtml() {
        return startsWith("<!doctype html", "<html", "<head", "<body")
                || startsWith("<?xml", "<!--") && contains("<html");
    }

    boolean isXml() {
        return startsWith("<?xml", "<envelope", "<ovf:envelope", "<error", "<!doctype", "<!--")
                || isText && prefix.startsWith("<") && prefix.contains("</");
    }
}
