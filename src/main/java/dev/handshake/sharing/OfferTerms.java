package dev.handshake.sharing;

import dev.handshake.web.HiddenCharacters;
import dev.handshake.web.Text;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What goes with an offer.
 *
 * @param confirmed what the producer ticked
 * @param note to the consumer, or empty
 * @param contact who helps with the image, or empty
 */
public record OfferTerms(Set<ChecklistItem> confirmed, String note, String contact) {

    private static final int MAX_NOTE_LENGTH = 1_000;
    private static final int MAX_CONTACT_LENGTH = 255;

    /** Nothing confirmed and nothing said: the API asks for neither. */
    public static final OfferTerms NONE = new OfferTerms(EnumSet.noneOf(ChecklistItem.class), "", "");

    /** What is wrong, a sentence by field. */
    public Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (confirmed.size() < ChecklistItem.values().length) {
            errors.put("confirmed", "Each of these has to be true before the image is offered.");
        }
        Text.findTooLong(MAX_NOTE_LENGTH, note).ifPresent(error -> errors.put("note", error));
        Text.findTooLong(MAX_CONTACT_LENGTH, contact).ifPresent(error -> errors.put("contact", error));
        HiddenCharacters.findInLines("The note", note).ifPresent(no -> errors.put("note", no.message()));
        HiddenCharacters.findInLine("This field", contact).ifPresent(no -> errors.put("contact", no.message()));
        return errors;
    }
}
