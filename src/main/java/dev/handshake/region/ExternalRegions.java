package dev.handshake.region;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;

/** The regions whose images another Image service keeps. */
public interface ExternalRegions {

    boolean contains(String region);

    /** Whether the portal only shows what is shared there. */
    boolean isReadOnly(String region);

    /** @throws RefusedException {@link Reason#KEPT_ELSEWHERE} where the portal changes nothing */
    default void requireNotReadOnly(String region) {
        if (isReadOnly(region)) {
            throw new RefusedException(Reason.KEPT_ELSEWHERE);
        }
    }

    /** @throws RefusedException {@link Reason#KEPT_ELSEWHERE} where the portal itself keeps no images */
    default void requireNotExternal(String region) {
        if (contains(region)) {
            throw new RefusedException(Reason.KEPT_ELSEWHERE);
        }
    }
}
