package dev.handshake.disk;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How a file begins if it is read as a text.
 *
 * @param opening in small letters, without a byte order mark and leading blanks
 * @param isText whether all of it is characters that a text has
 */
record TextStart(String opening, boolean isText) {

    private static final int LENGTH = 4096;
    private static final String MARK = "\ufeff";

    static TextStart of(Glimpse file) {
        byte[] start = Arrays.copyOf(file.head(), Math.min(LENGTH, file.head().length));
        String text = decoded(start);
        String opening = text.startsWith(MARK) ? text.substring(MARK.length()) : text;
        return new TextStart(
                opening.stripLeading().toLowerCase(Locale.ROOT),
                !text.isBlank() && text.chars().allMatch(TextStart::isInTexts));
    }

    private static String decoded(byte[] start) {
        if (start.length >= 2 && (start[0] == -1 && start[1] == -2 || start[0] == -2 && start[1] == -1)) {
            return new String(start, StandardCharsets.UTF_16);
        }
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(LENGTH);
        boolean isUtf8 = utf8.decode(ByteBuffer.wrap(start), text, false).isUnderflow();
        return isUtf8 ? text.flip().toString() : latin(start);
    }

    /** An older encoding has few bytes above 127; where they are many, the zero keeps them from passing for a text. */
    private static String latin(byte[] start) {
        String text = new String(start, StandardCharsets.ISO_8859_1);
        long high = text.chars().filter(each -> each > 127).count();
        return high <= text.length() / 3 ? text : text + '\0';
    }

    private static boolean isInTexts(int character) {
        boolean control = character < ' ' || character == 0x7f || character == 0xfffd;
        return !control || character >= '\b' && character <= '\r' || character == 0x1b;
    }

    boolean begins(String... openings) {
        return Stream.of(openings).anyMatch(opening::startsWith);
    }

    boolean contains(String word) {
        return opening.contains(word);
    }

    boolean isHtml() {
        return begins("<!doctype html", "<html", "<head", "<body") || begins("<?xml", "<!--") && contains("<html");
    }

    boolean isXml() {
        return begins("<?xml", "<envelope", "<ovf:envelope", "<error", "<!doctype", "<!--")
                || isText && opening.startsWith("<") && opening.contains("</");
    }
}
