package dev.handshake.image;

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
}
