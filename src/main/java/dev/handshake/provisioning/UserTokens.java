package dev.handshake.provisioning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/**
 * Users' own Keystone tokens for the first attempt of what they asked for at the API. In memory only, and for a minute:
 * later attempts, and other replicas, use the portal's.
 */
@ApplicationScoped
class UserTokens {

    private final Cache<UUID, String> tokens = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /** @param token may be null */
    void keep(UUID action, String token) {
        if (token != null) {
            tokens.put(action, token);
        }
    }

    /** Null if there is none, or no more. */
    String take(UUID action) {
        return tokens.asMap().remove(action);
    }
}
