package dev.handshake.csv;

/** Escapes text for CSV cells that may be opened in a spreadsheet. */
class CsvCell {

    /** Characters that start a formula in spreadsheets, half-width and full-width. */
    private static final String FORMULA_STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    /** Characters other than the comma that may separate cells. */
    private static final String SEPARATORS = ";\t\r\n";

    /**
     * Returns the text with an apostrophe before anything a spreadsheet would take for a formula. Runs in linear time.
     */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 8);
        int at = 0;
        while (at < text.length()) {
            int word = firstVisible(text, at);
            boolean isFormula = word < text.length() && FORMULA_STARTS.indexOf(text.charAt(word)) >= 0;
            boolean isParting = at == 0 && SEPARATORS.indexOf(text.charAt(0)) > 0;
            if (isFormula || isParting) {
                safe.append('\'');
            }
            int end = nextCell(text, word);
            safe.append(text, at, end);
            at = end;
        }
        return safe.toString();
    }

    /** Skips invisible characters. */
    private static int firstVisible(String text, int from) {
        int at = from;
        while (at < text.length() && isInvisible(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** The position after the next separator. */
    private static int nextCell(String text, int from) {
        int at = from;
        while (at < text.length() && SEPARATORS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return Math.min(text.length(), at + 1);
    }
}
