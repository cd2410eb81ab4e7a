package dev.handshake.api.http;

import dev.handshake.http.AuthUnavailable;
import dev.handshake.keystone.Keystone;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The response to requests without a valid token. */
@ApplicationScoped
class AuthChallenge {

    private final CurrentIdentityAssociation identity;
    private final Keystone keystone;

    AuthChallenge(CurrentIdentityAssociation identity, Keystone keystone) {
        this.identity = identity;
        this.keystone = keystone;
    }

    boolean isAnonymous() {
        return identity.getIdentity().isAnonymous();
    }

    /** 401, or 503 if the token could not be verified. */
    Response toResponse(RoutingContext request) {
        String accept = VersionNegotiationFilter.originalAccept(request);
        if (AuthUnavailable.isMarked(request)) {
            return ApiError.of(503, "The token cannot be checked at the moment. Try again.")
                    .toResponse(accept);
        }
        return Response.fromResponse(ApiError.of(401, "The request you have made requires authentication.")
                        .toResponse(accept))
                .header(HttpHeaders.WWW_AUTHENTICATE, scheme())
                .build();
    }

    private String scheme() {
        return keystone.url().map(url -> "Keystone uri=\"" + url + "\"").orElse("Bearer");
    }
}
