package dev.handshake.image;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.web.Text;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** One offer as a tick box names it: {@code image~account}. */
record OfferKey(UUID image, String account) {

    /**
     * The accounts by image.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND} for what names no offer
     */
    static Map<UUID, Set<String>> byImage(Collection<String> keys) {
        return keys.stream()
                .map(OfferKey::read)
                .collect(Collectors.groupingBy(
                        OfferKey::image, TreeMap::new, Collectors.mapping(OfferKey::account, Collectors.toSet())));
    }

    private static OfferKey read(String key) {
        String[] parts = Text.clean(key).split("~", 2);
        try {
            return new OfferKey(UUID.fromString(parts[0]), parts[parts.length - 1]);
        } catch (IllegalArgumentException noId) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
    }
}
