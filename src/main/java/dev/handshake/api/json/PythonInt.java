package dev.handshake.api.json;

import java.util.regex.Pattern;

/**
 * An integer as Python's {@code int()} accepts it, and therefore Glance: with surrounding whitespace, a sign, and
 * underscores between digits.
 */
class PythonInt {

    /** Far beyond any meaningful number; Python itself accepts several thousand digits. */
    private static final int MAX_LENGTH = 100;

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9_]*+");

    private PythonInt() {}

    /**
     * @return the number, or the nearest long
     * @throws NumberFormatException if {@code text} is not an integer
     */
    static long parse(String text) {
        String number = text.strip();
        if (number.length() > MAX_LENGTH
                || !NUMBER.matcher(number).matches()
                || number.endsWith("_")
                || number.contains("__")) {
            throw new NumberFormatException(number);
        }
        try {
            return Long.parseLong(number.replace("_", ""));
        } catch (NumberFormatException tooLarge) {
            return number.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
