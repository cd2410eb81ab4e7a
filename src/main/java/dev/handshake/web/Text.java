package dev.handshake.web;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Text as people type or paste it. */
public class Text {

    private static final Pattern CONTROL_CHARACTERS = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

    /** How many characters it has, as people count them and PostgreSQL does: one beyond the first 65,536 is one too. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** What a form says of a text with more than {@code most} characters; empty where it has no more. */
    public static Optional<String> findTooLong(int most, String text) {
        int length = length(text);
        return length <= most
                ? Optional.empty()
                : Optional.of("At most " + most + " characters; these are " + length + ".");
    }

    /** The text, or its first {@code most} characters, none of them half. */
    public static String truncate(int most, String text) {
        return length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /** The same, but a text that is cut ends in an ellipsis. */
    public static String abbreviate(int most, String text) {
        return length(text) <= most ? text : truncate(most - 1, text) + "…";
    }

    /**
     * The same text in the one form that is kept and compared (Unicode's NFC): é is one character, however it was
     * typed.
     */
    public static String toNfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /**
     * The same text, between a first strong isolate and its end (U+2068, U+2069; Unicode Standard Annex #9) where any
     * of it goes from right to left: in a sentence of the portal's it turns nothing around it. On pages {@code <bdi>}
     * does that.
     */
    public static String bidiIsolated(String text) {
        boolean isTurning = Bidi.requiresBidi(text.toCharArray(), 0, text.length());
        return isTurning ? "\u2068" + text + "\u2069" : text;
    }

    /** What was typed, without the blanks around it and without control characters, composed; never null. */
    public static String clean(String text) {
        return text == null
                ? ""
                : toNfc(CONTROL_CHARACTERS.matcher(text).replaceAll("").strip());
    }

    /** The text without as many of {@code sign} as stand at its end. */
    public static String stripTrailing(char sign, String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == sign) {
            end--;
        }
        return text.substring(0, end);
    }
}
