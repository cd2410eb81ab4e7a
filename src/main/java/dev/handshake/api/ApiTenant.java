package dev.handshake.api;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** The API takes access tokens, the pages take the session that a sign-in began; neither takes the other's. */
@ApplicationScoped
class ApiTenant implements TenantResolver {

    private final ApiDoor door;

    ApiTenant(ApiDoor door) {
        this.door = door;
    }

    @Override
    public String resolve(RoutingContext request) {
        return door.isAt(request.normalizedPath()) ? "api" : null;
    }
}
