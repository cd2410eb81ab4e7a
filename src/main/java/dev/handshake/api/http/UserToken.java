package dev.handshake.api.http;

import dev.handshake.keystone.KeystoneToken;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;

/** The token of the request, where other services of the cloud accept it too. */
@RequestScoped
public class UserToken {

    private final SecurityIdentity identity;
    private final RoutingContext request;

    UserToken(SecurityIdentity identity, RoutingContext request) {
        this.identity = identity;
        this.request = request;
    }

    /** Null unless it is a Keystone token of the user alone. */
    public String value() {
        boolean isUsers = identity.getPrincipal() instanceof KeystoneToken
                && request.request().getHeader("X-Service-Token") == null;
        return isUsers ? TokenAuthenticationMechanism.extractToken(request) : null;
    }
}
