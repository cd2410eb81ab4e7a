package dev.handshake.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.TestConfig;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.Credential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.junit.jupiter.api.Test;

/** The maximum age of ID tokens. */
class IdTokenExpiryAugmentorTest {

    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    private final IdTokenExpiryAugmentor age =
            new IdTokenExpiryAugmentor(Clock.fixed(NOW, ZoneOffset.UTC), new FixedSignInConfig(Duration.ofMinutes(5)));

    @Test
    void one_of_five_minutes_is_good() {
        SecurityIdentity identity = identity(300, new IdTokenCredential("x"));
        assertSame(identity, age.augment(identity, null).await().indefinitely());
    }

    @Test
    void an_older_one_is_over_and_refreshed() {
        var over = age.augment(identity(301, new IdTokenCredential("x")), null).await();
        var failure = assertThrows(AuthenticationFailedException.class, over::indefinitely);
        assertTrue(((InvalidJwtException) failure.getCause()).hasErrorCode(ErrorCodes.EXPIRED));
    }

    @Test
    void an_access_token_is_good_for_as_long_as_it_says() {
        SecurityIdentity identity = identity(3_000, new AccessTokenCredential("x"));
        assertSame(identity, age.augment(identity, null).await().indefinitely());
    }

    @Test
    void no_time_at_all_is_refused_at_start() {
        for (String none : List.of("0", "-5m", "soon")) {
            assertEquals(
                    "handshake.sign-in.id-token-ttl: \"" + none
                            + "\" is not a duration such as 500ms, 30s, 10m, 8h or 7d.",
                    TestConfig.refusal(SignInConfig.class, "sign-in.id-token-ttl", none));
        }
    }

    private static SecurityIdentity identity(long secondsOld, Credential credential) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuedAt(NumericDate.fromSeconds(NOW.getEpochSecond() - secondsOld));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new OidcJwtCallerPrincipal(claims, new IdTokenCredential("x")))
                .addCredential(credential)
                .build();
    }
}
