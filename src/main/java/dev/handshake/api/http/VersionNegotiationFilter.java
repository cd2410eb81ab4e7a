package dev.handshake.api.http;

import dev.handshake.http.FilterOrder;
import dev.handshake.http.RequestId;
import dev.handshake.region.Regions;
import dev.handshake.web.PublicUrl;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs before anything else of the API: adds the OpenStack request id to the response, and keeps the Accept header for
 * error responses only, since successful responses have one fixed type.
 *
 * <p>{@code /v2.9/images} is rerouted to {@code /v2/images}; other versions and the bare endpoint to the list of
 * versions; and the pages {@code /account} and {@code /{region}/servers} to the API if the request has a token. The
 * path stays percent-encoded, so that all later code sees the same path.
 */
@ApplicationScoped
class VersionNegotiationFilter {

    private static final String ORIGINAL_ACCEPT = "handshake.accepted";
    private static final Pattern PATH_WITHOUT_REGION = Pattern.compile("/(versions|v[0-9]+(\\.[0-9]+)?)(/.*)?");
    private static final Pattern SERVERS_PAGE = Pattern.compile("(/[^/]+)(/servers(/.*)?)");
    private static final Pattern MINOR_VERSION = Pattern.compile("(/[^/]+/v2)\\.[0-9]+(/.*)");
    private static final Pattern OTHER_VERSION =
            Pattern.compile("(/[^/]+)(/|/v([013-9]|[0-9]{2,})(\\.[0-9]+)?(/.*[^/])?)?");

    private final ApiPaths apiPaths;
    private final Regions regions;
    private final PublicUrl publicUrl;

    VersionNegotiationFilter(ApiPaths apiPaths, Regions regions, PublicUrl publicUrl) {
        this.apiPaths = apiPaths;
        this.regions = regions;
        this.publicUrl = publicUrl;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, FilterOrder.VERSION_NEGOTIATION);
    }

    private void handle(RoutingContext request) {
        if (PATH_WITHOUT_REGION.matcher(request.normalizedPath()).matches()) {
            apiPaths.sendError(request, 404, "There is no region in this address. The endpoint is " + endpoint());
            return;
        }
        String ours = rerouteTarget(request, request.normalizedPath());
        if (ours != null) {
            String query = request.request().query();
            request.reroute(query == null ? ours : ours + "?" + query);
            return;
        }
        if (apiPaths.appliesTo(request.normalizedPath())) {
            request.response().putHeader(RequestId.OPENSTACK_HEADER, RequestId.of(request));
            request.put(ORIGINAL_ACCEPT, request.request().getHeader(HttpHeaders.ACCEPT));
            request.request().headers().set(HttpHeaders.ACCEPT, "*/*");
        }
        request.next();
    }

    private String endpoint() {
        String path = "/" + regions.all().get(0);
        return (publicUrl.isConfigured() ? publicUrl.resolve(path) : path)
                + ", or the same with another of the regions " + String.join(", ", regions.all());
    }

    /** The path this one is rerouted to, or null. */
    private String rerouteTarget(RoutingContext request, String path) {
        if (apiPaths.appliesTo(path)) {
            Matcher other = OTHER_VERSION.matcher(path);
            Matcher minor = MINOR_VERSION.matcher(path);
            return other.matches()
                    ? other.group(1) + "/versions/choices"
                    : minor.matches() ? minor.replaceFirst("$1$2") : null;
        }
        return TokenAuthenticationMechanism.extractToken(request) == null ? null : apiPathOfPage(path);
    }

    /** The API path corresponding to a page's path, or null. */
    private String apiPathOfPage(String path) {
        if (path.equals("/account")) {
            return "/" + regions.all().get(0) + "/v2/account";
        }
        Matcher servers = SERVERS_PAGE.matcher(path);
        return servers.matches() ? servers.replaceFirst("$1/v2$2") : null;
    }

    /** The client's original Accept header, or null. */
    static String originalAccept(RoutingContext request) {
        return request.get(ORIGINAL_ACCEPT);
    }
}
