package dev.handshake.api;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;

/**
 * {@code /v2/schemas}: JSON schemas of the bodies, from which clients build their models. The files are in
 * {@code schemas/}.
 */
@Path("/{region}/v2/schemas")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class SchemasApi {

    @GET
    @Path("{name:image|images|member|members}")
    public byte[] show(String name) throws IOException {
        try (InputStream schema = SchemasApi.class.getResourceAsStream("/schemas/" + name + ".json")) {
            if (schema == null) {
                throw new NotFoundException();
            }
            return schema.readAllBytes();
        }
    }
}
