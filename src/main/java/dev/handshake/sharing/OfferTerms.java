package dev.handshake.sharing;

import dev.handshake.web.HiddenCharacters;
import dev.handshake.web.Text;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The terms of an offer.
 *
 * @param confirmed the checklist items the producer confirmed
 * @param note to the consumer, or empty
 * @param contact the support contact for the image, or empty
 */
public record OfferTerms(Set<ChecklistItem> confirmed, String note, String contact) {

    private static final int MAX_NOTE_LENGTH = 1_000;
    private static final int MAX_CONTACT_LENGTH = 255;

    /** Empty terms, used by the API, which asks for none. */
    public static final OfferTerms NONE = new OfferTerms(EnumSet.noneOf(ChecklistItem.class), "", "");

    static OfferTerms ofNote(String note, String contact) {
        return new OfferTerms(EnumSet.noneOf(ChecklistItem.class), Text.clean(note), Text.clean(contact));
    }

    /** Validation errors, one sentence per field. */
    public Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (confirmed.size() < ChecklistItem.values().length) {
            errors.put("confirmed", "Confirm each point before you offer the image.");
        }
        errors.putAll(noteErrors());
        return errors;
    }

    /** Same of the note and the contact alone. */
    Map<String, String> noteErrors() {
        Map<String, String> errors = new LinkedHashMap<>();
        Text.findTooLong(MAX_NOTE_LENGTH, note).ifPresent(error -> errors.put("note", error));
        Text.findTooLong(MAX_CONTACT_LENGTH, contact).ifPresent(error -> errors.put("contact", error));
        HiddenCharacters.findInLines("The note", note).ifPresent(no -> errors.put("note", no.message()));
        HiddenCharacters.findInLine("This field", contact).ifPresent(no -> errors.put("contact", no.message()));
        return errors;
    }
}
