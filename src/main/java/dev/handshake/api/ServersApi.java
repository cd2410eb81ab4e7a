package dev.handshake.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.api.http.UserToken;
import dev.handshake.api.json.JsonBodyReader;
import dev.handshake.api.json.JsonEndpoint;
import dev.handshake.api.json.ListParams;
import dev.handshake.api.json.ServerBody;
import dev.handshake.api.json.UuidParam;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import dev.handshake.provisioning.LaunchOptions;
import dev.handshake.provisioning.ServerCommands;
import dev.handshake.provisioning.SshKeys;
import dev.handshake.server.Server;
import dev.handshake.server.ServerQueries;
import dev.handshake.server.ServerRequest;
import dev.handshake.server.ServerRow;
import dev.handshake.server.ServerState;
import dev.handshake.web.Text;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/** {@code /v2/servers}, and {@code /{region}/servers} for requests with a token: the servers of an account. */
@Path("/{region}/v2/servers")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ServersApi {

    /** A page of servers, newest first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ServerListBody(List<ServerBody> servers, String first, String next) {}

    private final CurrentUser current;
    private final ServerCommands servers;
    private final UserToken token;
    private final JsonBodyReader jsonBodyReader;

    ServersApi(CurrentUser current, ServerCommands servers, UserToken token, JsonBodyReader jsonBodyReader) {
        this.token = token;
        this.current = current;
        this.servers = servers;
        this.jsonBodyReader = jsonBodyReader;
    }

    @GET
    public ServerListBody list(String region, UriInfo asked) {
        ListParams query = new ListParams(asked.getQueryParameters());
        String status = asked.getQueryParameters().getFirst("status");
        ServerState only = status == null ? null : ServerState.parse(status);
        Marker marker = Marker.parse(asked.getQueryParameters().getFirst("marker"));
        Page<ServerRow> page = ServerQueries.list(current.actorIn(region), only, marker, query.limit());
        List<ServerBody> servers = page.items().stream().map(ServerBody::of).toList();
        String next = page.next() == null ? null : query.url("/v2/servers", page.next());
        return new ServerListBody(servers, query.url("/v2/servers", null), next);
    }

    @POST
    public Response start(String region, InputStream body, UriInfo asked) throws IOException {
        Actor actor = current.actorIn(region);
        ObjectNode said = jsonBodyReader.readObject(JsonEndpoint.START_SERVER, actor, body, "a server");
        Server server = servers.start(actor, toRequest(said), toOptions(said));
        return Response.created(asked.getAbsolutePathBuilder()
                        .path(server.id.toString())
                        .build())
                .entity(ServerBody.of(ServerRow.load(actor, server)))
                .build();
    }

    private static ServerRequest toRequest(ObjectNode said) {
        UUID id = said.hasNonNull("id") ? UuidParam.parse(text(said, "id")) : UUID.randomUUID();
        return new ServerRequest(
                id, Text.clean(text(said, "name")), text(said, "flavor"), UuidParam.parse(text(said, "image")));
    }

    private LaunchOptions toOptions(ObjectNode said) {
        return new LaunchOptions(
                said.hasNonNull("network") ? UuidParam.parse(text(said, "network")) : null,
                SshKeys.parse(said.hasNonNull("ssh_keys") ? Text.clean(text(said, "ssh_keys")) : ""),
                token.value());
    }

    static String text(ObjectNode said, String key) {
        JsonNode value = said.path(key);
        if (!value.isTextual()) {
            throw new RefusedException(Reason.MALFORMED, "Invalid value for " + key + ", which is a string");
        }
        return value.textValue();
    }
}
