package dev.handshake.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.account.Actor;
import dev.handshake.account.CurrentAccount;
import dev.handshake.image.Filling;
import dev.handshake.importing.Importing;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** {@code /v2/images/{id}/import}: data that was staged before, or is to be fetched from an address. */
@Path("/{region}/v2/images/{id}/import")
@Authenticated
public class ImportApi {

    static final String STAGED = "glance-direct";
    static final String ADDRESS = "web-download";
    static final List<String> METHODS = List.of(STAGED, ADDRESS);

    private final CurrentAccount current;
    private final Filling filling;
    private final Importing importing;
    private final Bodies bodies;

    ImportApi(CurrentAccount current, Filling filling, Importing importing, Bodies bodies) {
        this.current = current;
        this.filling = filling;
        this.importing = importing;
        this.bodies = bodies;
    }

    @POST
    public Response begin(String region, ImageId id, InputStream body, @HeaderParam(StoreNames.HEADER) String store)
            throws IOException {
        Actor actor = current.in(region);
        JsonNode said = bodies.object(JsonCall.IMPORT, actor, body, "an import method");
        StoreNames.require(said, store);
        JsonNode method = said.path("method");
        switch (method.path("name").asText()) {
            case STAGED -> filling.release(actor, id.uuid());
            case ADDRESS -> importing.fill(actor, id.uuid(), method.path("uri").asText());
            default ->
                throw new Refused(
                        Reason.MALFORMED, "Unknown import method name; there are " + String.join(", ", METHODS));
        }
        return Response.accepted().build();
    }
}
