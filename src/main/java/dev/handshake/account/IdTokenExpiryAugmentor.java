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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * How long the portal believes an ID token without asking the provider again, whatever the token says of itself. What
 * is older counts as expired: sign-in then asks for a new one with the refresh token, which the provider refuses once
 * the person signed out. So a copied cookie ends within this time of the sign-out, and no request has to look anything
 * up.
 */
@ApplicationScoped
class IdTokenExpiryAugmentor implements SecurityIdentityAugmentor {

    private final Clock clock;
    private final Duration ttl;

    IdTokenExpiryAugmentor(Clock clock, @ConfigProperty(name = "handshake.sign-in.id-token-ttl") Duration ttl) {
        if (ttl.isNegative() || ttl.isZero()) {
            throw new IllegalArgumentException(
                    "handshake.sign-in.id-token-ttl: " + ttl + " is not a time that anybody can be signed in");
        }
        this.clock = clock;
        this.ttl = ttl;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        boolean isSession = identity.getCredential(IdTokenCredential.class) != null;
        return isSession && isExpired((JsonWebToken) identity.getPrincipal())
                ? Uni.createFrom().failure(new AuthenticationFailedException(expiredException()))
                : Uni.createFrom().item(identity);
    }

    private boolean isExpired(JsonWebToken token) {
        Instant issued = Instant.ofEpochSecond(token.getIssuedAtTime());
        return clock.instant().isAfter(issued.plus(ttl));
    }

    /** As sign-in itself tells of a token that is over, so that it is refreshed. */
    private static InvalidJwtException expiredException() {
        var error = new ErrorCodeValidator.Error(ErrorCodes.EXPIRED, "The ID token is older than the portal takes");
        return new InvalidJwtException("Expired", List.of(error), null);
    }
}
