package dev.handshake.api.http;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Selects the OIDC tenant: access tokens at API paths, session cookies at pages; neither accepts the other. */
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
