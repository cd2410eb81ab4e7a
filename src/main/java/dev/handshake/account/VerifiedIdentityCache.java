package dev.handshake.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Remembers for a short time whom a session or an access token belongs to, so that not every request has to decrypt and
 * verify it. Entries are found by a digest and count no longer than the token itself. Hits and misses are the metric
 * {@code cache.gets} of {@code verified-identities}.
 */
@ApplicationScoped
public class VerifiedIdentityCache {

    private record Entry(SecurityIdentity identity, Instant expiry) {}

    private final Clock clock;
    private final IdTokenExpiryAugmentor idTokens;
    private final Cache<String, Entry> entries;

    VerifiedIdentityCache(SignInConfig config, Clock clock, IdTokenExpiryAugmentor idTokens, MeterRegistry metrics) {
        this.clock = clock;
        this.idTokens = idTokens;
        this.entries = CaffeineCacheMetrics.monitor(
                metrics,
                Caffeine.newBuilder()
                        .maximumSize(config.cacheMaxEntries())
                        .expireAfterWrite(config.cacheTtl())
                        .executor(Runnable::run) // no more than so many at any time
                        .recordStats()
                        .build(),
                "verified-identities");
    }

    /** @param credential the session's cookies or the token, as sent */
    public Optional<SecurityIdentity> find(String credential) {
        return Optional.ofNullable(entries.getIfPresent(TokenDigest.of(credential)))
                .filter(entry -> clock.instant().isBefore(entry.expiry()))
                .map(Entry::identity);
    }

    /** @param identity verified just now, from this credential */
    public void remember(String credential, SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            entries.put(TokenDigest.of(credential), new Entry(withoutRequest(identity), expiry(identity, token)));
        }
    }

    public void forget(String credential) {
        entries.invalidate(TokenDigest.of(credential));
    }

    private Instant expiry(SecurityIdentity identity, JsonWebToken token) {
        Instant own = Instant.ofEpochSecond(token.getExpirationTime());
        Instant ours = identity.getCredential(IdTokenCredential.class) == null ? own : idTokens.expiry(token);
        return ours.isBefore(own) ? ours : own;
    }

    /** The attributes hold the request and what the provider's settings were. */
    private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .build();
    }
}
