package dev.handshake.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.api.http.UserToken;
import dev.handshake.api.json.ImageBody;
import dev.handshake.api.json.JsonBodyReader;
import dev.handshake.api.json.JsonEndpoint;
import dev.handshake.api.json.ServerBody;
import dev.handshake.api.json.UuidParam;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.image.ImageWithMetadata;
import dev.handshake.provisioning.ServerCommands;
import dev.handshake.server.Server;
import dev.handshake.server.ServerAccess;
import dev.handshake.server.ServerRow;
import dev.handshake.server.SnapshotService;
import dev.handshake.web.Text;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * {@code /v2/servers/{id}/snapshots}: creates a snapshot of a server, queued for its disk unless the disk is unchanged.
 */
@Path("/{region}/v2/servers/{id}/snapshots")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class SnapshotsApi {

    /** Value of {@code data} for a disk unchanged since the server started. */
    private static final String AS_STARTED = "as-started";

    private final CurrentUser current;
    private final SnapshotService snapshots;
    private final ServerCommands commands;
    private final UserToken token;
    private final JsonBodyReader jsonBodyReader;

    SnapshotsApi(
            CurrentUser current,
            SnapshotService snapshots,
            ServerCommands commands,
            UserToken token,
            JsonBodyReader jsonBodyReader) {
        this.commands = commands;
        this.token = token;
        this.current = current;
        this.snapshots = snapshots;
        this.jsonBodyReader = jsonBodyReader;
    }

    @POST
    public Response create(String region, UuidParam id, InputStream body, UriInfo asked) throws IOException {
        Actor actor = current.actorIn(region);
        ObjectNode said = jsonBodyReader.readObject(JsonEndpoint.CREATE_SNAPSHOT, actor, body, "a snapshot");
        if (!said.hasNonNull("data") && !commands.isRecord(actor, id.uuid())) {
            return request(actor, id.uuid(), said);
        }
        Image image = create(actor, id.uuid(), said);
        return Response.created(asked.getBaseUriBuilder()
                        .path("{region}/v2/images/{image}")
                        .build(region, image.id))
                .entity(ImageBody.of(new ImageWithMetadata(image, List.of(), Map.of())))
                .build();
    }

    /** The image appears while the compute service works on it. */
    private Response request(Actor actor, UUID id, ObjectNode said) {
        UUID request = said.hasNonNull("id") ? UuidParam.parse(ServersApi.text(said, "id")) : UUID.randomUUID();
        Server server = commands.snapshot(actor, id, request, name(actor, id, said), token.value());
        return Response.accepted(ServerBody.of(ServerRow.load(actor, server))).build();
    }

    private static String name(Actor actor, UUID server, ObjectNode said) {
        return said.hasNonNull("name")
                ? Text.clean(ServersApi.text(said, "name"))
                : SnapshotService.defaultName(ServerAccess.load(actor, server).server());
    }

    private Image create(Actor actor, UUID server, ObjectNode said) {
        UUID id = said.hasNonNull("id") ? UuidParam.parse(ServersApi.text(said, "id")) : UUID.randomUUID();
        String name = name(actor, server, said);
        if (!said.hasNonNull("data")) {
            return snapshots.createQueued(actor, server, id, name);
        }
        if (!ServersApi.text(said, "data").equals(AS_STARTED)) {
            throw new RefusedException(
                    Reason.MALFORMED, "data is " + AS_STARTED + ", or missing where it will be sent");
        }
        return snapshots.createFromSourceData(actor, server, id, name);
    }
}
