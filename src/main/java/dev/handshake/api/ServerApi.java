package dev.handshake.api;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.api.json.ServerBody;
import dev.handshake.api.json.UuidParam;
import dev.handshake.server.Server;
import dev.handshake.server.ServerAccess;
import dev.handshake.server.ServerRow;
import dev.handshake.server.ServerService;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code /v2/servers/{id}}: one server. */
@Path("/{region}/v2/servers/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ServerApi {

    private final CurrentUser current;
    private final ServerService servers;

    ServerApi(CurrentUser current, ServerService servers) {
        this.current = current;
        this.servers = servers;
    }

    @GET
    public ServerBody show(String region, UuidParam id) {
        Actor actor = current.actorIn(region);
        return body(actor, ServerAccess.load(actor, id.uuid()).server());
    }

    @POST
    @Path("stop")
    public ServerBody stop(String region, UuidParam id) {
        Actor actor = current.actorIn(region);
        return body(actor, servers.stop(actor, id.uuid()));
    }

    @POST
    @Path("start")
    public ServerBody startAgain(String region, UuidParam id) {
        Actor actor = current.actorIn(region);
        return body(actor, servers.startAgain(actor, id.uuid()));
    }

    @DELETE
    public void delete(String region, UuidParam id) {
        servers.delete(current.actorIn(region), id.uuid());
    }

    private static ServerBody body(Actor actor, Server server) {
        return ServerBody.of(ServerRow.load(actor, server));
    }
}
