package dev.handshake.api;

import dev.handshake.region.Regions;
import dev.handshake.web.Door;
import dev.handshake.web.RequestNumber;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which addresses are the API's, and how it says no there. */
@ApplicationScoped
class ApiDoor implements Door {

    private static final Pattern ADDRESS = Pattern.compile("/([^/]+)(/|/(versions|v[0-9]+(\\.[0-9]+)?)(/.*)?)?");

    private final Regions regions;
    private final RoutingContext request;
    private final Challenge challenge;

    ApiDoor(Regions regions, RoutingContext request, Challenge challenge) {
        this.regions = regions;
        this.request = request;
        this.challenge = challenge;
    }

    /** A version below any region, served or not, and a region itself where it is served. */
    @Override
    public boolean isAt(String path) {
        Matcher address = ADDRESS.matcher(path);
        return address.matches() && (address.group(3) != null || regions.all().contains(address.group(1)));
    }

    /** Who brought no good token hears that and nothing else. */
    @Override
    public Response refuse(int status, String sentence) {
        if (status < 500 && challenge.isNobody()) {
            return challenge.answer(request);
        }
        return ApiFault.of(status, sentence).answer(Arrival.accepted(request));
    }

    /** In JSON, whatever is accepted: that may be what could not be read. */
    @Override
    public void refuse(RoutingContext early, int status, String sentence) {
        early.response()
                .setStatusCode(status)
                .putHeader(RequestNumber.OPENSTACK_HEADER, RequestNumber.of(early))
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .end(ApiFault.of(status, sentence).json());
    }
}
