package dev.handshake.api.http;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** The API takes access tokens, the pages take the session that a sign-in began; neither takes the other's. */
@ApplicationScoped
class ApiTenantResolver implements TenantResolver {

    private final ApiPaths apiPaths;

    ApiTenantResolver(ApiPaths apiPaths) {
        this.apiPaths = apiPaths;
    }

    @Override
    public String resolve(RoutingContext request) {
        return apiPaths.appliesTo(request.normalizedPath()) ? "api" : null;
    }
}
