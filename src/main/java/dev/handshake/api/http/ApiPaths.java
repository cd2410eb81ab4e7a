package dev.handshake.api.http;

import dev.handshake.http.ErrorRenderer;
import dev.handshake.http.RequestId;
import dev.handshake.region.Regions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which addresses are the API's, and how it says no there. */
@ApplicationScoped
class ApiPaths implements ErrorRenderer {

    private static final Pattern ADDRESS = Pattern.compile("/([^/]+)(/|/(versions|v[0-9]+(\\.[0-9]+)?)(/.*)?)?");

    private final Regions regions;
    private final RoutingContext request;
    private final AuthChallenge challenge;

    ApiPaths(Regions regions, RoutingContext request, AuthChallenge challenge) {
        this.regions = regions;
        this.request = request;
        this.challenge = challenge;
    }

    /** A version below any region, served or not, and a region itself where it is served. */
    @Override
    public boolean appliesTo(String path) {
        Matcher address = ADDRESS.matcher(path);
        return address.matches() && (address.group(3) != null || regions.all().contains(address.group(1)));
    }

    /** Who brought no good token hears that and nothing else. */
    @Override
    public Response errorResponse(int status, String sentence) {
        if (status < 500 && challenge.isAnonymous()) {
            return challenge.toResponse(request);
        }
        return ApiError.of(status, sentence).toResponse(VersionNegotiationFilter.originalAccept(request));
    }

    /** In JSON, whatever is accepted: that may be what could not be read. */
    @Override
    public void sendError(RoutingContext early, int status, String sentence) {
        early.response()
                .setStatusCode(status)
                .putHeader(RequestId.OPENSTACK_HEADER, RequestId.of(early))
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .end(ApiError.of(status, sentence).toJson());
    }
}
