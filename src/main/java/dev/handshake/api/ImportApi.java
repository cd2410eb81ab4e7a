package dev.handshake.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.api.json.ImportMethods;
import dev.handshake.api.json.JsonBodyReader;
import dev.handshake.api.json.JsonEndpoint;
import dev.handshake.api.json.StoreNames;
import dev.handshake.api.json.UuidParam;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.imagedata.ImageUploadService;
import dev.handshake.importing.ImportService;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** {@code /v2/images/{id}/import}: imports staged data, or data from a URL. */
@Path("/{region}/v2/images/{id}/import")
@Authenticated
public class ImportApi {

    private final CurrentUser current;
    private final ImageUploadService uploads;
    private final ImportService imports;
    private final JsonBodyReader jsonBodyReader;

    ImportApi(CurrentUser current, ImageUploadService uploads, ImportService imports, JsonBodyReader jsonBodyReader) {
        this.current = current;
        this.uploads = uploads;
        this.imports = imports;
        this.jsonBodyReader = jsonBodyReader;
    }

    @POST
    public Response start(String region, UuidParam id, InputStream body, @HeaderParam(StoreNames.HEADER) String store)
            throws IOException {
        Actor actor = current.actorIn(region);
        JsonNode said = jsonBodyReader.readObject(JsonEndpoint.IMPORT, actor, body, "an import method");
        StoreNames.requireKnown(said, store);
        JsonNode method = said.path("method");
        switch (method.path("name").asText()) {
            case ImportMethods.GLANCE_DIRECT -> uploads.importStaged(actor, id.uuid());
            case ImportMethods.WEB_DOWNLOAD ->
                imports.startForImage(actor, id.uuid(), method.path("uri").asText());
            default ->
                throw new RefusedException(
                        Reason.MALFORMED,
                        "Unknown import method name; there are " + String.join(", ", ImportMethods.ALL));
        }
        return Response.accepted().build();
    }
}
