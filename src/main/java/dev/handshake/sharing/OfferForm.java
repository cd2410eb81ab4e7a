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

/** An offer as typed: which images, to which numbers, on which terms. It goes through the review and comes back. */
public record OfferForm(UUID id, Set<UUID> images, String numbers, OfferTerms terms) {

    static OfferForm parse(MultivaluedMap<String, String> form) {
        return new OfferForm(
                form.getFirst("offering") == null ? UUID.randomUUID() : parseId(form.getFirst("offering")),
                parseIds(form.get("image")),
                Text.clean(form.getFirst("numbers")),
                new OfferTerms(
                        ChecklistItem.parse(form.getOrDefault("confirmed", List.of())),
                        Text.clean(form.getFirst("note")),
                        Text.clean(form.getFirst("contact"))));
    }

    /**
     * Image ids from a form or an address.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND} for what is no id
     */
    static Set<UUID> parseIds(List<String> texts) {
        Set<UUID> ids = new LinkedHashSet<>();
        if (texts != null) {
            texts.forEach(text -> ids.add(parseId(text)));
        }
        return ids;
    }

    private static UUID parseId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
    }

    public ChecklistItem[] checklistItems() {
        return ChecklistItem.values();
    }

    /** Whether it is more than one offering can hold. */
    boolean exceedsBatchSize() {
        return images.size() * (long) accountNumbers().size() > OfferRateLimiter.MAX_BATCH_SIZE;
    }

    List<String> accountNumbers() {
        return AccountNumbers.split(numbers);
    }
}
