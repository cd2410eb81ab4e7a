package dev.handshake.glance;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.UUID;

/** Glance's API. Bodies are streams, since their size is not trusted. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public interface GlanceApi {

    String TOKEN = "X-Auth-Token";

    /**
     * @param visibility {@code all} includes community images, which the list otherwise leaves out
     * @param hidden which of the two lists: there is none with both
     * @param marker null for the first page
     */
    @GET
    @Path("v2/images")
    InputStream listImages(
            @HeaderParam(TOKEN) String token,
            @QueryParam("visibility") String visibility,
            @QueryParam("os_hidden") boolean hidden,
            @QueryParam("sort_key") String sortKey,
            @QueryParam("sort_dir") String sortDirection,
            @QueryParam("limit") int limit,
            @QueryParam("marker") String marker);

    @GET
    @Path("v2/images/{id}")
    InputStream getImage(@HeaderParam(TOKEN) String token, @PathParam("id") UUID id);

    /** @param image an object with the keys of an image */
    @POST
    @Path("v2/images")
    InputStream createImage(@HeaderParam(TOKEN) String token, JsonNode image);

    @DELETE
    @Path("v2/images/{id}")
    InputStream deleteImage(@HeaderParam(TOKEN) String token, @PathParam("id") UUID id);

    @GET
    @Path("v2/images/{id}/members")
    InputStream listMembers(@HeaderParam(TOKEN) String token, @PathParam("id") UUID id);

    /** @param member an object with {@code member} */
    @POST
    @Path("v2/images/{id}/members")
    InputStream addMember(@HeaderParam(TOKEN) String token, @PathParam("id") UUID id, JsonNode member);

    /** @param status an object with {@code status} */
    @PUT
    @Path("v2/images/{id}/members/{member}")
    InputStream updateMember(
            @HeaderParam(TOKEN) String token,
            @PathParam("id") UUID id,
            @PathParam("member") String member,
            JsonNode status);

    @DELETE
    @Path("v2/images/{id}/members/{member}")
    InputStream deleteMember(
            @HeaderParam(TOKEN) String token, @PathParam("id") UUID id, @PathParam("member") String member);
}
