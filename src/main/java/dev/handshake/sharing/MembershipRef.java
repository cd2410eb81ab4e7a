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

/** One offer as a tick box names it: {@code image~account}. */
record MembershipRef(UUID image, String account) {

    /**
     * The accounts by image.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND} for what names no offer
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
