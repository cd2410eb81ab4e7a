package dev.handshake.api;

import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import java.util.UUID;

/** An image's id as it stands in an address: in small letters, since clients compare ids as text. */
record ImageId(UUID uuid) {

    /** @throws IllegalArgumentException for anything else, by which the address is not found */
    public static ImageId valueOf(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equals(text)) {
            throw new IllegalArgumentException("not in small letters");
        }
        return new ImageId(uuid);
    }

    /**
     * One in a body.
     *
     * @throws Refused {@link Reason#MALFORMED}
     */
    static UUID said(String text) {
        try {
            return valueOf(text).uuid();
        } catch (IllegalArgumentException none) {
            throw new Refused(Reason.MALFORMED, "Invalid image id format");
        }
    }
}
