package dev.handshake.api.json;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.util.ArrayList;
import java.util.List;

/**
 * The comma-separated values after {@code in:}, such as {@code a,"b, c","say \"d\""}. A quote opens only at the start
 * of a value and closes only at its end; {@code \"} is a literal quote. Follows Glance's
 * {@code split_filter_value_for_quotes}.
 */
class QuotedValues {

    private final String text;
    private final List<String> values = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private boolean isOpen;

    private QuotedValues(String text) {
        this.text = text;
    }

    /** @throws RefusedException {@link Reason#MALFORMED} if a quote is misplaced or not closed */
    static List<String> parse(String text) {
        return text.isEmpty() ? List.of() : new QuotedValues(text).parseAll();
    }

    private List<String> parseAll() {
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (each == '"' && at > 0 && text.charAt(at - 1) == '\\') {
                value.setCharAt(value.length() - 1, each);
            } else if (each == '"') {
                toggleQuote(at);
            } else if (each == ',' && !isOpen) {
                endValue();
            } else {
                value.append(each);
            }
        }
        if (isOpen) {
            throw new RefusedException(Reason.MALFORMED, "Invalid filter value. The quote is not closed");
        }
        endValue();
        return values;
    }

    private void toggleQuote(int at) {
        int beside = isOpen ? at + 1 : at - 1;
        if (beside >= 0 && beside < text.length() && text.charAt(beside) != ',') {
            String where = isOpen ? "after closing" : "before opening";
            throw new RefusedException(
                    Reason.MALFORMED, "Invalid filter value. There is no comma " + where + " quotation mark");
        }
        isOpen = !isOpen;
    }

    private void endValue() {
        values.add(value.toString());
        value.setLength(0);
    }
}
