package dev.handshake.api;

import dev.handshake.region.Regions;
import dev.handshake.web.PublicAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code /{region}/versions}: what is spoken here, before anybody shows a token. {@link Addresses} leads the endpoint
 * itself to the choices among them.
 */
@Path("/{region}/versions")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class DiscoveryApi {

    private static final String LATEST = "v2.15";
    /** Without 12, which is the tasks of an import: here an import is done when it is answered. */
    private static final List<Integer> BEFORE = List.of(13, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);

    record Versions(List<Version> versions) {}

    record Version(String id, String status, List<Link> links) {}

    record Link(String rel, String href) {}

    private final Regions regions;
    private final PublicAddress portal;
    private final RoutingContext here;

    DiscoveryApi(Regions regions, PublicAddress portal, RoutingContext here) {
        this.regions = regions;
        this.portal = portal;
        this.here = here;
    }

    @GET
    @Path("choices")
    public Response choices(String region, UriInfo asked) {
        return Response.status(300).entity(versions(region, asked)).build();
    }

    @GET
    public Versions versions(String region, UriInfo asked) {
        if (!regions.all().contains(region)) {
            throw new NotFoundException();
        }
        UriBuilder base =
                portal.isForeign(here.request()) ? UriBuilder.fromUri(portal.of("/")) : asked.getBaseUriBuilder();
        URI endpoint = base.path("{region}/v2/").build(region);
        List<Link> links = List.of(new Link("self", endpoint.toString()));
        Stream<Version> supported = BEFORE.stream().map(minor -> new Version("v2." + minor, "SUPPORTED", links));
        return new Versions(Stream.concat(Stream.of(new Version(LATEST, "CURRENT", links)), supported)
                .toList());
    }
}
