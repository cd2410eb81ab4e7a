package dev.handshake.web;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.lang.Character.UnicodeScript;
import java.util.Optional;
import java.util.Set;

/**
 * Characters that nobody sees, but that change what is seen: they turn the direction of the text around them (a name
 * with U+202E mirrors a warning), break its lines, or make two names look the same. They are refused in all that is
 * typed for others to read, by their categories in Unicode: control, format, and separators of lines and paragraphs.
 */
public class HiddenCharacters {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;
    private static final String LINE_BREAKS = "\r\n\t";

    /** Marks of numbers and verses, which show although they count as format. */
    private static final Set<Integer> VISIBLE_FORMAT_CHARACTERS =
            Set.of(0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6dd, 0x70f, 0x890, 0x891, 0x8e2, 0x110bd, 0x110cd);

    /** Fillers and joiners that count as letters or marks. */
    private static final Set<Integer> BLANK_LETTERS = Set.of(0x34f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x3164, 0xffa0);

    /** Scripts that need no joiners, in which one would only hide. */
    private static final Set<UnicodeScript> SCRIPTS_WITHOUT_JOINERS =
            Set.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC);

    /** Letters before this need no joiners either. */
    private static final int FIRST_LETTER_WITH_JOINERS = 0x600;

    /**
     * Why {@code text}, which is one line, is not taken; empty where it is.
     *
     * @param what the text is, as a sentence begins with it
     */
    public static Optional<RefusedException> findInLine(String what, String text) {
        return refusal(what, text, "");
    }

    /** The same for a text of several lines. */
    public static Optional<RefusedException> findInLines(String what, String text) {
        return refusal(what, text, LINE_BREAKS);
    }

    /** @throws RefusedException {@link Reason#HIDDEN_CHARACTERS} where {@link #findInLine} finds one */
    public static void requireNoneInLine(String what, String text) {
        findInLine(what, text).ifPresent(HiddenCharacters::rethrow);
    }

    /** @throws RefusedException {@link Reason#HIDDEN_CHARACTERS} where {@link #findInLines} finds one */
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

    /** Persian and the scripts of India are written with joiners, and so are many emojis. */
    private static boolean isJoiner(String text, int place) {
        if (place == 0 || place == text.length() - 1) {
            return false;
        }
        int before = text.codePointBefore(place);
        return before >= FIRST_LETTER_WITH_JOINERS && !SCRIPTS_WITHOUT_JOINERS.contains(UnicodeScript.of(before));
    }
}
