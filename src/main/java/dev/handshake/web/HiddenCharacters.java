package dev.handshake.web;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.lang.Character.UnicodeScript;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses invisible characters that change what people see: they reverse the text around them (a name with U+202E
 * mirrors a warning), break lines, or make two names look the same. Applied to all text that other people read.
 * Rejected are the Unicode categories control, format, and line and paragraph separator.
 */
public class HiddenCharacters {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;
    private static final String LINE_BREAKS = "\r\n\t";

    /** Number and verse signs, which are visible although their category is format. */
    private static final Set<Integer> VISIBLE_FORMAT_CHARACTERS =
            Set.of(0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6dd, 0x70f, 0x890, 0x891, 0x8e2, 0x110bd, 0x110cd);

    /** Invisible fillers and joiners whose category is letter or mark. */
    private static final Set<Integer> BLANK_LETTERS = Set.of(0x34f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x3164, 0xffa0);

    /** Scripts that do not use joiners, where one would only be invisible. */
    private static final Set<UnicodeScript> SCRIPTS_WITHOUT_JOINERS =
            Set.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC);

    /** Characters before this do not use joiners either. */
    private static final int FIRST_LETTER_WITH_JOINERS = 0x600;

    /**
     * Why the one-line {@code text} is refused; empty if it is accepted.
     *
     * @param what subject of the error message
     */
    public static Optional<RefusedException> findInLine(String what, String text) {
        return refusal(what, text, "");
    }

    /** Same for text with several lines. */
    public static Optional<RefusedException> findInLines(String what, String text) {
        return refusal(what, text, LINE_BREAKS);
    }

    /** @throws RefusedException {@link Reason#HIDDEN_CHARACTERS} if {@link #findInLine} finds one */
    public static void requireNoneInLine(String what, String text) {
        findInLine(what, text).ifPresent(HiddenCharacters::rethrow);
    }

    /** @throws RefusedException {@link Reason#HIDDEN_CHARACTERS} if {@link #findInLines} finds one */
    public static void requireNoneInLines(String what, String text) {
        findInLines(what, text).ifPresent(HiddenCharacters::rethrow);
    }

    private static void rethrow(RefusedException no) {
        throw no;
    }

    private static Optional<RefusedException> refusal(String what, String text, String allowed) {
        int each = 0;
        while (each < text.length()) {
            int character = text.codePointAt(each);
            if (allowed.indexOf(character) < 0 && isHidden(character, text, each)) {
                return Optional.of(new RefusedException(Reason.HIDDEN_CHARACTERS, what, "%04X".formatted(character)));
            }
            each += Character.charCount(character);
        }
        return Optional.empty();
    }

    private static boolean isHidden(int character, String text, int place) {
        if (character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER) {
            return !isJoiner(text, place);
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> !VISIBLE_FORMAT_CHARACTERS.contains(character);
            default -> BLANK_LETTERS.contains(character);
        };
    }

    /** Persian and Indic scripts need joiners, and so do many emojis. */
    private static boolean isJoiner(String text, int place) {
        if (place == 0 || place == text.length() - 1) {
            return false;
        }
        int before = text.codePointBefore(place);
        return before >= FIRST_LETTER_WITH_JOINERS && !SCRIPTS_WITHOUT_JOINERS.contains(UnicodeScript.of(before));
    }
}
