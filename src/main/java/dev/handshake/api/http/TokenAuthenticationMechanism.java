package dev.handshake.api.http;

import dev.handshake.account.VerifiedIdentityCache;
import dev.handshake.http.AuthUnavailable;
import dev.handshake.keystone.InvalidTokenException;
import dev.handshake.keystone.Keystone;
import dev.handshake.keystone.KeystoneToken;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcUtils;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Authenticates API requests by the token in {@code X-Auth-Token} or {@code Authorization: Bearer}: an OIDC access
 * token or a Keystone token. Pages use the OIDC session instead.
 *
 * <p>A request with an invalid token is anonymous and gets the {@link AuthChallenge}. If the identity provider cannot
 * be reached, the request is marked {@link AuthUnavailable}.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class TokenAuthenticationMechanism implements HttpAuthenticationMechanism {

    private static final Logger LOG = Logger.getLogger(TokenAuthenticationMechanism.class);
    private static final String BEARER = "Bearer ";

    private final ApiPaths apiPaths;
    private final OidcAuthenticationMechanism oidc;
    private final Keystone keystone;
    private final TokenClassifier tokenClassifier;
    private final VerifiedIdentityCache verified;
    private final Set<String> signInAndOut;

    TokenAuthenticationMechanism(
            ApiPaths apiPaths,
            OidcAuthenticationMechanism oidc,
            Keystone keystone,
            TokenClassifier tokenClassifier,
            VerifiedIdentityCache verified,
            @ConfigProperty(name = "quarkus.oidc.authentication.redirect-path") String signInPath,
            @ConfigProperty(name = "quarkus.oidc.logout.path") String signOutPath) {
        this.apiPaths = apiPaths;
        this.oidc = oidc;
        this.keystone = keystone;
        this.tokenClassifier = tokenClassifier;
        this.verified = verified;
        this.signInAndOut = Set.of(signInPath, signOutPath);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        if (!apiPaths.appliesTo(request.normalizedPath())) {
            return authenticateSession(request, identities);
        }
        String token = extractToken(request);
        if (token == null) {
            return Uni.createFrom().nullItem();
        }
        return authenticateToken(token, request, identities)
                .onFailure(TokenAuthenticationMechanism::isInvalidToken)
                .recoverWithNull()
                .onFailure()
                .recoverWithItem(failure -> markUnavailable(failure, request));
    }

    /**
     * A script without a session is anonymous at once: OIDC would take its request for the end of a sign-in that is
     * under way in another tab, and remove that sign-in's cookie.
     */
    private Uni<SecurityIdentity> authenticateSession(RoutingContext request, IdentityProviderManager identities) {
        String session = sessionCookies(request);
        if (session.isEmpty() && ScriptDetector.isScript(request.request())) {
            return Uni.createFrom().nullItem();
        }
        if (signInAndOut.contains(request.normalizedPath())) {
            verified.forget(session);
        }
        return remembering(session, request, identities)
                .onFailure(TokenAuthenticationMechanism::isOutage)
                .recoverWithItem(failure -> markUnavailable(failure, request));
    }

    /** The session may be in several cookies; empty if there is none. */
    private static String sessionCookies(RoutingContext request) {
        return request.request().cookies().stream()
                .filter(each -> each.getName().startsWith(OidcUtils.SESSION_COOKIE_NAME))
                .map(each -> each.getName() + "=" + each.getValue())
                .sorted()
                .collect(Collectors.joining(";"));
    }

    /** @param credential empty if there is none */
    private Uni<SecurityIdentity> remembering(
            String credential, RoutingContext request, IdentityProviderManager identities) {
        return verified.find(credential)
                .map(identity -> Uni.createFrom().item(identity))
                .orElseGet(() -> oidc.authenticate(request, identities)
                        .invoke(identity -> remember(credential, identity, request)));
    }

    /** An answer that sets another session had to refresh this one, which is over. */
    private void remember(String credential, SecurityIdentity identity, RoutingContext request) {
        boolean isReplaced = request.response().headers().getAll(HttpHeaders.SET_COOKIE).stream()
                .anyMatch(each -> each.startsWith(OidcUtils.SESSION_COOKIE_NAME));
        if (identity != null && !credential.isEmpty() && !isReplaced) {
            verified.remember(credential, identity);
        }
    }

    /** The token of a request, or null. */
    static String extractToken(RoutingContext request) {
        String token = request.request().getHeader("X-Auth-Token");
        String bearer = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        boolean isBearer = bearer != null && bearer.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return token == null && isBearer ? bearer.substring(BEARER.length()).strip() : token;
    }

    private Uni<SecurityIdentity> authenticateToken(
            String token, RoutingContext request, IdentityProviderManager identities) {
        return switch (tokenClassifier.classify(token)) {
            case ACCESS -> authenticateWithOidc(token, request, identities);
            case REFUSED -> Uni.createFrom().nullItem();
            case FOREIGN -> authenticateWithKeystone(token, request);
        };
    }

    private Uni<SecurityIdentity> authenticateWithOidc(
            String token, RoutingContext request, IdentityProviderManager identities) {
        request.request().headers().set(HttpHeaders.AUTHORIZATION, BEARER + token);
        return remembering(token, request, identities);
    }

    private Uni<SecurityIdentity> authenticateWithKeystone(String token, RoutingContext request) {
        Context here = Vertx.currentContext();
        String service = request.request().getHeader("X-Service-Token");
        return Uni.createFrom()
                .completionStage(() -> service == null ? keystone.verify(token) : keystone.verify(token, service))
                .emitOn(rest -> here.runOnContext(now -> rest.run()))
                .map(TokenAuthenticationMechanism::identity);
    }

    private static SecurityIdentity identity(KeystoneToken token) {
        return QuarkusSecurityIdentity.builder().setPrincipal(token).build();
    }

    private static boolean isInvalidToken(Throwable failure) {
        return InvalidTokenException.isIn(failure) || failure instanceof AuthenticationFailedException;
    }

    /** Other failures of the OIDC mechanism are control flow, such as a redirect of the browser. */
    private static boolean isOutage(Throwable failure) {
        return !(failure instanceof AuthenticationException) || failure.getCause() instanceof IOException;
    }

    private static SecurityIdentity markUnavailable(Throwable failure, RoutingContext request) {
        LOG.warnf("Who asks could not be checked: %s", failure);
        AuthUnavailable.mark(request);
        return null;
    }

    /**
     * Redirects browsers to sign in. Scripts get 401, since they would only pile up cookies of sign-ins that never
     * complete.
     */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return ScriptDetector.isScript(request.request())
                ? Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "OIDC"))
                : oidc.getChallenge(request);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }
}
