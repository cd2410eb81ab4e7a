package dev.handshake.image;

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
public record OfferForm(UUID id, Set<UUID> images, String numbers, Terms terms) {

    static OfferForm read(MultivaluedMap<String, String> form) {
        return new OfferForm(
                form.getFirst("offering") == null ? UUID.randomUUID() : id(form.getFirst("offering")),
                ids(form.get("image")),
                Text.clean(form.getFirst("numbers")),
                new Terms(
                        Consideration.ticked(form.getOrDefault("confirmed", List.of())),
                        Text.clean(form.getFirst("note")),
                        Text.clean(form.getFirst("contact"))));
    }

    /**
     * Image ids from a form or an address.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND} for what is no id
     */
    static Set<UUID> ids(List<String> texts) {
        Set<UUID> ids = new LinkedHashSet<>();
        if (texts != null) {
            texts.forEach(text -> ids.add(id(text)));
        }
        return ids;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
    }

    public Consideration[] considerations() {
        return Consideration.values();
    }

    /** Whether it is more than one offering can hold. */
    boolean isTooMuch() {
        return images.size() * (long) accounts().size() > OfferPace.MOST_AT_ONCE;
    }

    List<String> accounts() {
        return AccountNumbers.split(numbers);
    }
}
