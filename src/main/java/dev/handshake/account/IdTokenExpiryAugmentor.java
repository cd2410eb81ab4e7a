package dev.handshake.account;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * Limits how long an ID token is trusted, regardless of its own expiry. An older token counts as expired: it is
 * refreshed with the refresh token, which the provider rejects after a sign-out. So a stolen cookie stops working
 * within this time after the sign-out, without a lookup on every request.
 */
@ApplicationScoped
class IdTokenExpiryAugmentor implements SecurityIdentityAugmentor {

    private final Clock clock;
    private final Duration ttl;

    IdTokenExpiryAugmentor(Clock clock, SignInConfig config) {
        this.clock = clock;
        this.ttl = config.idTokenTtl();
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        boolean isSession = identity.getCredential(IdTokenCredential.class) != null;
        return isSession && isExpired((JsonWebToken) identity.getPrincipal())
                ? Uni.createFrom().failure(new AuthenticationFailedException(expiredException()))
                : Uni.createFrom().item(identity);
    }

    private boolean isExpired(JsonWebToken token) {
        return clock.instant().isAfter(expiry(token));
    }

    /** When an ID token expires here, even if it says later. */
    Instant expiry(JsonWebToken token) {
        return Instant.ofEpochSecond(token.getIssuedAtTime()).plus(ttl);
    }

    /** The exception OIDC reports for an expired token, so that it is refreshed. */
    private static InvalidJwtException expiredException() {
        var error = new ErrorCodeValidator.Error(ErrorCodes.EXPIRED, "The ID token is older than the portal takes");
        return new InvalidJwtException("Expired", List.of(error), null);
    }
}
