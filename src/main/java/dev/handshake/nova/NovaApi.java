package dev.handshake.nova;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;

/** Nova's API. Bodies are streams, since their size is not trusted. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@ClientHeaderParam(name = "X-OpenStack-Nova-API-Version", value = "2.79")
public interface NovaApi {

    String TOKEN = "X-Auth-Token";

    @GET
    @Path("flavors/detail")
    InputStream listFlavors(@HeaderParam(TOKEN) String token);

    @GET
    @Path("limits")
    InputStream getLimits(@HeaderParam(TOKEN) String token);

    /** Parameters that are null are left out. */
    @GET
    @Path("servers/detail")
    InputStream listServers(
            @HeaderParam(TOKEN) String token,
            @QueryParam("tags") String tags,
            @QueryParam("changes-since") String changesSince,
            @QueryParam("limit") Integer limit,
            @QueryParam("marker") UUID marker);

    @POST
    @Path("servers")
    InputStream createServer(@HeaderParam(TOKEN) String token, JsonNode body);

    @GET
    @Path("servers/{id}")
    InputStream getServer(@HeaderParam(TOKEN) String token, @PathParam("id") UUID id);

    @POST
    @Path("servers/{id}/action")
    InputStream act(@HeaderParam(TOKEN) String token, @PathParam("id") UUID id, JsonNode body);

    @DELETE
    @Path("servers/{id}")
    InputStream deleteServer(@HeaderParam(TOKEN) String token, @PathParam("id") UUID id);
}
