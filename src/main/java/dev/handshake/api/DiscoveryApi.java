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

    private static final String LATEST = "v2.13";

    /**
     * Versions whose calls are all here. Left out are 2.10 and 2.11, about several stores; 2.12, which made a task of
     * every import, since here an import of staged data completes within its request; and what came later: the cache
     * (2.14, 2.16), details of stores (2.15), locations (2.17).
     */
    private static final List<Integer> OLDER_MINORS = List.of(9, 8, 7, 6, 5, 4, 3, 2, 1, 0);

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
