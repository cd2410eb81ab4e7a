package dev.handshake.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

/** How long a session or an access token is remembered. */
class VerifiedIdentityCacheTest {

    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void what_was_verified_is_found_by_the_same_credential_only() {
        VerifiedIdentityCache cache = cacheAt(NOW);
        SecurityIdentity identity = identity(new AccessTokenCredential("t"));
        cache.remember("t", identity);
        assertSame(identity.getPrincipal(), cache.find("t").orElseThrow().getPrincipal());
        assertEquals(Optional.empty(), cache.find("T"));
        cache.forget("t");
        assertEquals(Optional.empty(), cache.find("t"));
        assertEquals(1, gets("hit"));
        assertEquals(2, gets("miss"));
    }

    @Test
    void it_is_the_same_person_without_the_request_of_then() {
        VerifiedIdentityCache cache = cacheAt(NOW);
        cache.remember("t", identity(new IdTokenCredential("t")));
        SecurityIdentity known = cache.find("t").orElseThrow();
        assertEquals("t", known.getCredential(IdTokenCredential.class).getToken());
        assertTrue(known.hasRole("admin"));
        assertNull(known.getAttribute("request"));
    }

    @Test
    void an_access_token_counts_until_it_expires() {
        assertTrue(isKnownAfter(Duration.ofSeconds(599), new AccessTokenCredential("t")));
        assertFalse(isKnownAfter(Duration.ofMinutes(10), new AccessTokenCredential("t")));
    }

    @Test
    void a_session_counts_for_as_long_as_its_id_token_here() {
        assertTrue(isKnownAfter(Duration.ofSeconds(299), new IdTokenCredential("t")));
        assertFalse(isKnownAfter(Duration.ofMinutes(5), new IdTokenCredential("t")));
    }

    @Test
    void no_more_are_kept_than_the_setting_says() {
        VerifiedIdentityCache cache = cacheAt(NOW);
        for (int each = 0; each < 1_000; each++) {
            cache.remember("t" + each, identity(new AccessTokenCredential("t")));
        }
        assertEquals(10, metrics.get("cache.size").gauge().value());
    }

    private boolean isKnownAfter(Duration time, TokenCredential credential) {
        VerifiedIdentityCache cache = cacheAt(NOW.plus(time));
        cache.remember("t", identity(credential));
        return cache.find("t").isPresent();
    }

    private VerifiedIdentityCache cacheAt(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        SignInConfig config = new FixedSignInConfig(Duration.ofMinutes(5));
        return new VerifiedIdentityCache(config, clock, new IdTokenExpiryAugmentor(clock, config), metrics);
    }

    private double gets(String result) {
        return metrics.get("cache.gets").tag("result", result).functionCounter().count();
    }

    /** Issued now, for ten minutes. */
    private static SecurityIdentity identity(TokenCredential credential) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuedAt(NumericDate.fromSeconds(NOW.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(NOW.getEpochSecond() + 600));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new OidcJwtCallerPrincipal(claims, credential))
                .addCredential(credential)
                .addRole("admin")
                .addAttribute("request", new Object())
                .build();
    }
}
