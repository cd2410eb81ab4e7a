package dev.handshake.api;

import dev.handshake.region.Regions;
import dev.handshake.web.PublicUrl;
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
 * {@code /{region}/versions}: the supported API versions, without authentication. {@code VersionNegotiationFilter}
 * reroutes the bare endpoint to {@code choices}.
 */
@Path("/{region}/versions")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
public class DiscoveryApi {

    private static final String LATEST = "v2.15";
    /** Without 2.12, which added tasks of an import: here an import of staged data completes within its request. */
    private static final List<Integer> OLDER_MINORS = List.of(13, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);

    record VersionListBody(List<VersionBody> versions) {}

    record VersionBody(String id, String status, List<VersionLink> links) {}

    record VersionLink(String rel, String href) {}

    private final Regions regions;
    private final PublicUrl publicUrl;
    private final RoutingContext routing;

    DiscoveryApi(Regions regions, PublicUrl publicUrl, RoutingContext routing) {
        this.regions = regions;
        this.publicUrl = publicUrl;
        this.routing = routing;
    }

    @GET
    @Path("choices")
    public Response choices(String region, UriInfo asked) {
        return Response.status(300).entity(versions(region, asked)).build();
    }

    @GET
    public VersionListBody versions(String region, UriInfo asked) {
        if (!regions.all().contains(region)) {
            throw new NotFoundException();
        }
        UriBuilder base = publicUrl.isForeignHost(routing.request())
                ? UriBuilder.fromUri(publicUrl.resolve("/"))
                : asked.getBaseUriBuilder();
        URI endpoint = base.path("{region}/v2/").build(region);
        List<VersionLink> links = List.of(new VersionLink("self", endpoint.toString()));
        Stream<VersionBody> supported =
                OLDER_MINORS.stream().map(minor -> new VersionBody("v2." + minor, "SUPPORTED", links));
        return new VersionListBody(Stream.concat(Stream.of(new VersionBody(LATEST, "CURRENT", links)), supported)
                .toList());
    }
}
