package dev.handshake.abuse;

import dev.handshake.web.HiddenCharacters;
import dev.handshake.web.Text;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The form of an abuse report, as typed.
 *
 * @param reason null if none was chosen
 * @param description up to {@link AbuseReport#MAX_TEXT_LENGTH} characters
 */
public record AbuseReportForm(AbuseReason reason, String description) {

    static final AbuseReportForm EMPTY = new AbuseReportForm(null, "");

    public static AbuseReportForm parse(String ground, String words) {
        AbuseReason chosen = Arrays.stream(AbuseReason.values())
                .filter(each -> each.formValue().equals(ground))
                .findFirst()
                .orElse(null);
        return new AbuseReportForm(chosen, Text.clean(words));
    }

    /** Validation errors, one sentence per field; empty if the form is valid. */
    public Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (reason == null) {
            errors.put("ground", "Choose a reason.");
        }
        if (description.isEmpty()) {
            errors.put("words", "Describe what you saw in a sentence or two.");
        }
        Text.findTooLong(AbuseReport.MAX_TEXT_LENGTH, description).ifPresent(error -> errors.put("words", error));
        HiddenCharacters.findInLines("Your report", description).ifPresent(no -> errors.put("words", no.message()));
        return errors;
    }

    public String error(String field) {
        return errors().get(field);
    }
}
