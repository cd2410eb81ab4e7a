package dev.handshake.sharing;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.web.Text;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reference to one offer in a checkbox value: {@code image~account}. */
record MembershipRef(UUID image, String account) {

    /**
     * Parses checkbox values into account numbers by image.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND} if a value contains no image id
     */
    static Map<UUID, Set<String>> parseByImage(Collection<String> keys) {
        return keys.stream()
                .map(MembershipRef::parse)
                .collect(Collectors.groupingBy(
                        MembershipRef::image,
                        TreeMap::new,
                        Collectors.mapping(MembershipRef::account, Collectors.toSet())));
    }

    private static MembershipRef parse(String key) {
        String[] parts = Text.clean(key).split("~", 2);
        try {
            return new MembershipRef(UUID.fromString(parts[0]), parts[parts.length - 1]);
        } catch (IllegalArgumentException noId) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
    }
}
