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
 * @param note to the consumer, up to 1,000 characters, or empty
 * @param contact who helps with the image, up to 255 characters, or empty
 */
public record OfferTerms(Set<ChecklistItem> confirmed, String note, String contact) {

    /** Nothing confirmed and nothing said: the API asks for neither. */
    public static final OfferTerms NONE = new OfferTerms(EnumSet.noneOf(ChecklistItem.class), "", "");

    /** What is wrong, a sentence by field. */
    public Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (confirmed.size() < ChecklistItem.values().length) {
            errors.put("confirmed", "Each of these has to be true before the image is offered.");
        }
        if (Text.length(note) > 1_000) {
            errors.put("note", "At most 1000 characters; these are " + Text.length(note) + ".");
        }
        if (Text.length(contact) > 255) {
            errors.put("contact", "At most 255 characters; these are " + Text.length(contact) + ".");
        }
        HiddenCharacters.findInLines("The note", note).ifPresent(no -> errors.put("note", no.message()));
        HiddenCharacters.findInLine("This field", contact).ifPresent(no -> errors.put("contact", no.message()));
        return errors;
    }
}
