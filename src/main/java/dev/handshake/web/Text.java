package dev.handshake.web;

import java.util.regex.Pattern;

/** Text as people type or paste it. */
public class Text {

    private static final Pattern NOT_TEXT = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

    /** What was typed, without the blanks around it and without control characters; never null. */
    public static String typed(String text) {
        return text == null ? "" : NOT_TEXT.matcher(text).replaceAll("").strip();
    }

    /** The text without as many of {@code sign} as stand at its end. */
    public static String withoutTrailing(char sign, String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == sign) {
            end--;
        }
        return text.substring(0, end);
    }
}
