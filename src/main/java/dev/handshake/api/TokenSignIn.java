package dev.handshake.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.handshake.keystone.BadToken;
import dev.handshake.keystone.Keystone;
import dev.handshake.keystone.KeystoneToken;
import dev.handshake.web.Unchecked;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.util.Base64;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Signs in whoever comes to the API, by the token in {@code X-Auth-Token} or {@code Authorization: Bearer}: an access token
 * of the sign-in provider, or else one of Keystone. Pages are left to the provider's own way, while the provider is there.
 *
 * <p>A token that is not good makes nobody of its bearer, and {@link Challenge} says the rest.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class TokenSignIn implements HttpAuthenticationMechanism {

    private static final Logger LOG = Logger.getLogger(TokenSignIn.class);
    private static final String BEARER = "Bearer ";

    private final ApiDoor door;
    private final OidcAuthenticationMechanism provider;
    private final Keystone keystone;
    private final ObjectMapper json;

    TokenSignIn(ApiDoor door, OidcAuthenticationMechanism provider, Keystone keystone, ObjectMapper json) {
        this.door = door;
        this.provider = provider;
        this.keystone = keystone;
        this.json = json;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        if (!door.isAt(request.normalizedPath())) {
            return provider.authenticate(request, identities)
                    .onFailure(TokenSignIn::isOutage)
                    .recoverWithItem(failure -> unchecked(failure, request));
        }
        String token = token(request);
        if (token == null) {
            return Uni.createFrom().nullItem();
        }
        return bearer(token, request, identities)
                .onFailure(TokenSignIn::isBad)
                .recoverWithNull()
                .onFailure()
                .recoverWithItem(failure -> unchecked(failure, request));
    }

    /** The token that a request brings, or null. */
    static String token(RoutingContext request) {
        String token = request.request().getHeader("X-Auth-Token");
        String bearer = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        boolean isBearer = bearer != null && bearer.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return token == null && isBearer ? bearer.substring(BEARER.length()).strip() : token;
    }

    private Uni<SecurityIdentity> bearer(String token, RoutingContext request, IdentityProviderManager identities) {
        JsonNode claims = claims(token);
        if (isForSignIn(claims)) {
            return Uni.createFrom().nullItem();
        }
        boolean isOfProvider = claims.has("iss"); // those of Keystone, if signed at all, name no issuer
        return isOfProvider ? atProvider(token, request, identities) : atKeystone(token, request);
    }

    /** What a signed token says, before anybody has checked it; nothing where it is none. */
    private JsonNode claims(String token) {
        String[] parts = token.split("\\.", -1);
        try {
            return parts.length == 3
                    ? json.readTree(Base64.getUrlDecoder().decode(parts[1]))
                    : MissingNode.getInstance();
        } catch (IOException | IllegalArgumentException notOurs) {
            return MissingNode.getInstance();
        }
    }

    /** Whether it is an ID token, which signs a person in to the pages: of the same audience, but not for the API. */
    private static boolean isForSignIn(JsonNode claims) {
        return claims.path("typ").asText().equalsIgnoreCase("ID")
                || claims.path("token_use").asText().equals("id")
                || claims.has("at_hash")
                || claims.has("c_hash");
    }

    private Uni<SecurityIdentity> atProvider(String token, RoutingContext request, IdentityProviderManager identities) {
        request.request().headers().set(HttpHeaders.AUTHORIZATION, BEARER + token);
        return provider.authenticate(request, identities);
    }

    private Uni<SecurityIdentity> atKeystone(String token, RoutingContext request) {
        Context here = Vertx.currentContext();
        String service = request.request().getHeader("X-Service-Token");
        return Uni.createFrom()
                .completionStage(() -> service == null ? keystone.verify(token) : keystone.verify(token, service))
                .emitOn(rest -> here.runOnContext(now -> rest.run()))
                .map(TokenSignIn::identity);
    }

    private static SecurityIdentity identity(KeystoneToken token) {
        return QuarkusSecurityIdentity.builder().setPrincipal(token).build();
    }

    private static boolean isBad(Throwable failure) {
        return failure instanceof BadToken
                || failure.getCause() instanceof BadToken
                || failure instanceof AuthenticationFailedException;
    }

    /** Whatever else the provider's way fails with is an answer of its own, such as leading the browser on. */
    private static boolean isOutage(Throwable failure) {
        return !(failure instanceof AuthenticationException) || failure.getCause() instanceof IOException;
    }

    private static SecurityIdentity unchecked(Throwable failure, RoutingContext request) {
        LOG.warnf("Who asks could not be checked: %s", failure);
        Unchecked.mark(request);
        return null;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return provider.getChallenge(request);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return provider.getCredentialTypes();
    }
}
