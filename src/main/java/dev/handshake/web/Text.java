package dev.handshake.web;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Text as typed or pasted by users. */
public class Text {

    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

    /** Length in code points, as PostgreSQL counts: a character beyond the BMP counts as one. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The form error for text of more than {@code most} characters; empty if it fits. */
    public static Optional<String> findTooLong(int most, String text) {
        int length = length(text);
        return length <= most
                ? Optional.empty()
                : Optional.of("Use at most " + most + " characters; this has " + length + ".");
    }

    /** Truncates to at most {@code most} characters, without splitting surrogate pairs. */
    public static String truncate(int most, String text) {
        return length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** Same, but truncated text ends with an ellipsis. */
    public static String abbreviate(int most, String text) {
        return length(text) <= most ? text : truncate(most - 1, text) + "…";
    }

    /** Normalizes to Unicode NFC, the form stored and compared: é is one character however it was typed. */
    public static String toNfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * Wraps text containing right-to-left characters in a first strong isolate (U+2068, U+2069; Unicode Standard Annex
     * #9), so that it does not reorder the sentence around it. Pages use {@code <bdi>} instead.
     */
    public static String bidiIsolated(String text) {
        boolean isTurning = Bidi.requiresBidi(text.toCharArray(), 0, text.length());
        return isTurning ? "\u2068" + text + "\u2069" : text;
    }

    /** Input without surrounding whitespace and control characters, in NFC; never null. */
    public static String clean(String text) {
        return text == null
                ? ""
                : toNfc(CONTROL_CHARACTERS.matcher(text).replaceAll("").strip());
    }

    /** The pattern for {@code like … escape '!'} that matches lower-case text with this part. */
    public static String likePattern(String part) {
        String literal = toNfc(part)
                .toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + literal + "%";
    }

    /** Removes all trailing {@code sign} characters. */
    public static String stripTrailing(char sign, String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == sign) {
            end--;
        }
        return text.substring(0, end);
    }
}
