package dev.handshake.api.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Handles API paths as Glance does: a bare version redirects to itself with a trailing slash, no other path except the
 * endpoint may end with one, and each path accepts the methods in {@link AllowedMethods}, never HEAD.
 */
class AllowedMethodsFilter {

    private static final Pattern VERSION = Pattern.compile("/[^/]+/v2(\\.[0-9]+)?");
    private static final Pattern TRAILING_SLASH = Pattern.compile("/[^/]+/.+/");

    private final ApiPaths apiPaths;
    private final RoutingContext routing;

    AllowedMethodsFilter(ApiPaths apiPaths, RoutingContext routing) {
        this.apiPaths = apiPaths;
        this.routing = routing;
    }

    @ServerRequestFilter(preMatching = true)
    public Optional<Response> filter(ContainerRequestContext request) {
        String path =
                // still percent-encoded, since decoded characters could change the path's structure
                routing.normalizedPath();
        if (!apiPaths.appliesTo(path)) {
            return Optional.empty();
        }
        if (VERSION.matcher(path).matches()) {
            URI slashed = request.getUriInfo()
                    .getRequestUriBuilder()
                    .replacePath(path + "/")
                    .build();
            return Optional.of(Response.status(302).location(slashed).build());
        }
        if (TRAILING_SLASH.matcher(path).matches()) {
            throw new NotFoundException();
        }
        return AllowedMethods.find(path).flatMap(allowedMethods -> checkMethod(allowedMethods, request));
    }

    private Optional<Response> checkMethod(AllowedMethods allowedMethods, ContainerRequestContext request) {
        String method = request.getMethod();
        String methods = String.join(", ", allowedMethods.methods());
        if (method.equals(HttpMethod.OPTIONS)) {
            return Optional.of(Response.ok().header(HttpHeaders.ALLOW, methods).build());
        }
        if (!allowedMethods.methods().contains(method)) {
            throw new NotAllowedException(
                    Response.status(405).header(HttpHeaders.ALLOW, methods).build());
        }
        List<String> types = allowedMethods.contentTypes(method);
        return types.isEmpty() || types.contains(contentType(request))
                ? Optional.empty()
                : Optional.of(unsupportedMediaType(method, types));
    }

    private static String contentType(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        return type == null ? "" : (type.getType() + "/" + type.getSubtype()).toLowerCase(Locale.ROOT);
    }

    /** 415 with the accepted types (RFC 5789, section 2.2, and RFC 9110, section 15.5.16). */
    private Response unsupportedMediaType(String method, List<String> types) {
        Response refusal =
                apiPaths.errorResponse(415, "The type of what is sent has to be " + String.join(" or ", types));
        return refusal.getStatus() != 415
                ? refusal
                : Response.fromResponse(refusal)
                        .header(method.equals(HttpMethod.PATCH) ? "Accept-Patch" : "Accept", String.join(", ", types))
                        .build();
    }
}
