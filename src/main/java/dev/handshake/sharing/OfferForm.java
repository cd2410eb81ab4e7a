package dev.handshake.sharing;

import dev.handshake.account.AccountNumbers;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.web.Text;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The offer form as typed: which images, to which account numbers, on what terms. The review page carries it along. */
public record OfferForm(UUID id, Set<UUID> images, String numbers, OfferTerms terms) {

    static OfferForm parse(MultivaluedMap<String, String> form) {
        return new OfferForm(
                form.getFirst("offering") == null ? UUID.randomUUID() : parseId(form.getFirst("offering")),
                parseIds(form.get("image")),
                numbers(form),
                new OfferTerms(
                        ChecklistItem.parse(form.getOrDefault("confirmed", List.of())),
                        Text.clean(form.getFirst("note")),
                        Text.clean(form.getFirst("contact"))));
    }

    /** The numbers typed, followed by those chosen from the address book. */
    private static String numbers(MultivaluedMap<String, String> form) {
        String chosen = String.join("\n", form.getOrDefault("recipient", List.of()));
        return Text.clean(Text.clean(form.getFirst("numbers")) + "\n" + chosen);
    }

    /**
     * Parses image ids from a form or URL.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND} if one is not a UUID
     */
    public static Set<UUID> parseIds(List<String> texts) {
        Set<UUID> ids = new LinkedHashSet<>();
        if (texts != null) {
            texts.forEach(text -> ids.add(parseId(text)));
        }
        return ids;
    }

    /** @throws RefusedException {@link Reason#NOT_FOUND} if it is missing or not a UUID */
    static UUID parseId(String text) {
        try {
            return UUID.fromString(Text.clean(text));
        } catch (IllegalArgumentException noId) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
    }

    public ChecklistItem[] checklistItems() {
        return ChecklistItem.values();
    }

    /** Whether the form has more pairs than fit in one batch. */
    boolean exceedsBatchSize() {
        return images.size() * (long) accountNumbers().size() > OfferRateLimiter.MAX_BATCH_SIZE;
    }

    List<String> accountNumbers() {
        return AccountNumbers.split(numbers);
    }
}
