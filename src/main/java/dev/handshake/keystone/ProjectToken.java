package dev.handshake.keystone;

import java.time.Instant;

/**
 * A token of the portal's own user.
 *
 * @param value the secret
 */
public record ProjectToken(String value, Instant expires) {

    @Override
    public String toString() {
        return "a token until " + expires;
    }
}
