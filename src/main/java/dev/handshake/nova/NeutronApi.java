package dev.handshake.nova;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** Neutron's API. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public interface NeutronApi {

    @GET
    @Path("v2.0/networks")
    InputStream listNetworks(@HeaderParam(NovaApi.TOKEN) String token);
}
