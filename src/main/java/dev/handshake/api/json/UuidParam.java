package dev.handshake.api.json;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.util.UUID;

/** An image id in a URL. Must be lower case, since clients compare ids as text. */
public record UuidParam(UUID uuid) {

    /** @throws IllegalArgumentException for anything else, which JAX-RS turns into 404 */
    public static UuidParam valueOf(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equals(text)) {
            throw new IllegalArgumentException("not in small letters");
        }
        return new UuidParam(uuid);
    }

    /**
     * Parses an id in a body.
     *
     * @throws RefusedException {@link Reason#MALFORMED}
     */
    public static UUID parse(String text) {
        try {
            return valueOf(text).uuid();
        } catch (IllegalArgumentException none) {
            throw new RefusedException(Reason.MALFORMED, "Invalid image id format");
        }
    }
}
