package dev.handshake.abuse;

import dev.handshake.web.HiddenCharacters;
import dev.handshake.web.Text;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a consumer says of an image.
 *
 * @param ground null where none was chosen
 * @param words up to 2,000 characters
 */
public record Complaint(Ground ground, String words) {

    static final Complaint EMPTY = new Complaint(null, "");

    private static final int LONGEST = 2_000;

    public static Complaint typed(String ground, String words) {
        Ground chosen = Arrays.stream(Ground.values())
                .filter(each -> each.key().equals(ground))
                .findFirst()
                .orElse(null);
        return new Complaint(chosen, Text.clean(words));
    }

    /** What is wrong with it, a sentence by field; empty when it can be sent. */
    public Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (ground == null) {
            errors.put("ground", "Choose what is wrong with it.");
        }
        if (words.isEmpty()) {
            errors.put("words", "Say what you saw, in a sentence or two.");
        }
        if (Text.length(words) > LONGEST) {
            errors.put("words", "At most " + LONGEST + " characters; these are " + Text.length(words) + ".");
        }
        HiddenCharacters.findInLines("Your report", words).ifPresent(no -> errors.put("words", no.message()));
        return errors;
    }

    public String error(String field) {
        return errors().get(field);
    }
}
