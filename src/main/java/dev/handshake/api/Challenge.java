package dev.handshake.api;

import dev.handshake.keystone.Keystone;
import dev.handshake.web.Unchecked;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** What somebody without a good token hears. */
@ApplicationScoped
class Challenge {

    private final CurrentIdentityAssociation identity;
    private final Keystone keystone;

    Challenge(CurrentIdentityAssociation identity, Keystone keystone) {
        this.identity = identity;
        this.keystone = keystone;
    }

    boolean isNobody() {
        return identity.getIdentity().isAnonymous();
    }

    /** 401; or 503 where it is not known whether the token is good. */
    Response answer(RoutingContext request) {
        String accept = Arrival.accepted(request);
        if (Unchecked.is(request)) {
            return ApiFault.of(503, "The token cannot be checked at the moment. Try again.")
                    .answer(accept);
        }
        return Response.fromResponse(ApiFault.of(401, "The request you have made requires authentication.")
                        .answer(accept))
                .header(HttpHeaders.WWW_AUTHENTICATE, scheme())
                .build();
    }

    private String scheme() {
        return keystone.url().map(url -> "Keystone uri=\"" + url + "\"").orElse("Bearer");
    }
}
