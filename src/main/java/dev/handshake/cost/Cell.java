package dev.handshake.cost;

import java.util.regex.Pattern;

/** Text for a cell of a table that somebody may open in a spreadsheet. */
class Cell {

    /**
     * What a spreadsheet takes for the beginning of a formula, in half or full width, at the beginning of the text or of
     * what would be a cell of its own where another sign than the comma parts them.
     */
    private static final Pattern FORMULA =
            Pattern.compile("(^|[;\\t\\r\\n])([\\p{Z}\\p{C}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]|^[\\t\\r\\n])");

    /** The text, with an apostrophe before whatever would be taken for a formula. */
    static String text(String text) {
        return FORMULA.matcher(text).replaceAll("$1'$2");
    }
}
