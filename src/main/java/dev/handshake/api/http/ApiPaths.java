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

/** Recognizes API paths and renders their errors. */
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

    /** A version path below any first segment, even an unknown region, and the root of each served region. */
    @Override
    public boolean appliesTo(String path) {
        Matcher address = ADDRESS.matcher(path);
        return address.matches() && (address.group(3) != null || regions.all().contains(address.group(1)));
    }

    /** Without a valid token, every error below 500 becomes the authentication challenge, to disclose nothing else. */
    @Override
    public Response errorResponse(int status, String sentence) {
        if (status < 500 && challenge.isAnonymous()) {
            return challenge.toResponse(request);
        }
        return ApiError.of(status, sentence).toResponse(VersionNegotiationFilter.originalAccept(request));
    }

    /** Always JSON, since the Accept header itself may be malformed. */
    @Override
    public void sendError(RoutingContext early, int status, String sentence) {
        early.response()
                .setStatusCode(status)
                .putHeader(RequestId.OPENSTACK_HEADER, RequestId.of(early))
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .end(ApiError.of(status, sentence).toJson());
    }
}
