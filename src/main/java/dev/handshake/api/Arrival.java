package dev.handshake.api;

import dev.handshake.region.Regions;
import dev.handshake.web.PublicAddress;
import dev.handshake.web.RequestNumber;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sees every request of the API before anything else does: gives its answer its number as such clients look for it, and
 * notes what the client accepts. That is for refusals alone; a good answer has one type, whatever is accepted.
 *
 * <p>{@code /v2.9/images} is {@code /v2/images}; other versions and the endpoint itself lead to the versions that there
 * are. {@code /account} and {@code /{region}/servers} are pages, but a request with a token they lead to the API's.
 * Each of these begins anew at the other address, whose escapes stay as they came: everything behind this sees one
 * path.
 */
@ApplicationScoped
class Arrival {

    private static final int FIRST = 1_000;
    private static final String ACCEPTED = "handshake.accepted";
    private static final Pattern REGIONLESS = Pattern.compile("/(versions|v[0-9]+(\\.[0-9]+)?)(/.*)?");
    private static final Pattern SERVERS = Pattern.compile("(/[^/]+)(/servers(/.*)?)");
    private static final Pattern MINOR = Pattern.compile("(/[^/]+/v2)\\.[0-9]+(/.*)");
    private static final Pattern OTHER = Pattern.compile("(/[^/]+)(/|/v([013-9]|[0-9]{2,})(\\.[0-9]+)?(/.*[^/])?)?");

    private final ApiDoor door;
    private final Regions regions;
    private final PublicAddress portal;

    Arrival(ApiDoor door, Regions regions, PublicAddress portal) {
        this.door = door;
        this.regions = regions;
        this.portal = portal;
    }

    void begin(@Observes Filters filters) {
        filters.register(this::note, FIRST);
    }

    private void note(RoutingContext request) {
        if (REGIONLESS.matcher(request.normalizedPath()).matches()) {
            door.refuse(request, 404, "There is no region in this address. The endpoint is " + endpoint());
            return;
        }
        String ours = lead(request, request.normalizedPath());
        if (ours != null) {
            String query = request.request().query();
            request.reroute(query == null ? ours : ours + "?" + query);
            return;
        }
        if (door.isAt(request.normalizedPath())) {
            request.response().putHeader(RequestNumber.OPENSTACK_HEADER, RequestNumber.of(request));
            request.put(ACCEPTED, request.request().getHeader(HttpHeaders.ACCEPT));
            request.request().headers().set(HttpHeaders.ACCEPT, "*/*");
        }
        request.next();
    }

    private String endpoint() {
        String path = "/" + regions.all().get(0);
        return (portal.isKnown() ? portal.of(path) : path) + ", or the same with another of the regions "
                + String.join(", ", regions.all());
    }

    /** The address that stands for this one, or null. */
    private String lead(RoutingContext request, String path) {
        if (door.isAt(path)) {
            Matcher other = OTHER.matcher(path);
            Matcher minor = MINOR.matcher(path);
            return other.matches()
                    ? other.group(1) + "/versions/choices"
                    : minor.matches() ? minor.replaceFirst("$1$2") : null;
        }
        return TokenSignIn.token(request) == null ? null : ofPage(path);
    }

    /** The address of the API that stands for that of a page, or null. */
    private String ofPage(String path) {
        if (path.equals("/account")) {
            return "/" + regions.all().get(0) + "/v2/account";
        }
        Matcher servers = SERVERS.matcher(path);
        return servers.matches() ? servers.replaceFirst("$1/v2$2") : null;
    }

    /** What the client accepts, as it said, or null. */
    static String accepted(RoutingContext request) {
        return request.get(ACCEPTED);
    }
}
