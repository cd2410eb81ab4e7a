package dev.handshake.image;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;

/** Who keeps an image and its members. */
public enum ImageHome {
    PORTAL,
    /** Another Image service, whose state the portal only shows. */
    OBSERVED,
    /** Another Image service, whose members the portal changes too. */
    MIRRORED;

    /** Whether another Image service keeps it, so that nothing but its members can be changed here. */
    public boolean isExternal() {
        return this != PORTAL;
    }

    /** Whether not even its members can be changed here. */
    public boolean isReadOnly() {
        return this == OBSERVED;
    }

    /** @throws RefusedException {@link Reason#KEPT_ELSEWHERE} where the portal changes nothing */
    public void requireNotReadOnly() {
        if (isReadOnly()) {
            throw new RefusedException(Reason.KEPT_ELSEWHERE);
        }
    }

    /** @throws RefusedException {@link Reason#KEPT_ELSEWHERE} where the portal itself keeps no images */
    public void requireNotExternal() {
        if (isExternal()) {
            throw new RefusedException(Reason.KEPT_ELSEWHERE);
        }
    }
}
