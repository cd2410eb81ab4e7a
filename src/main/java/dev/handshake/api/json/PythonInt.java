package dev.handshake.api.json;

import java.util.regex.Pattern;

/**
 * A whole number as Python's {@code int()} reads it, and so the peers: with blanks around it, a sign, {@code _} in it.
 */
class PythonInt {

    /** Far beyond any number that means something; Python itself reads some thousand digits. */
    private static final int MAX_LENGTH = 100;

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9_]*+");

    private PythonInt() {}

    /**
     * @return the number, or the nearest that a long holds
     * @throws NumberFormatException where {@code text} is none
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
