package dev.handshake.api;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.api.http.UserToken;
import dev.handshake.api.json.ServerBody;
import dev.handshake.api.json.UuidParam;
import dev.handshake.provisioning.ServerCommands;
import dev.handshake.server.Server;
import dev.handshake.server.ServerAccess;
import dev.handshake.server.ServerRow;
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
    private final ServerCommands servers;
    private final UserToken token;

    ServerApi(CurrentUser current, ServerCommands servers, UserToken token) {
        this.token = token;
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
        return body(actor, servers.stop(actor, id.uuid(), token.value()));
    }

    @POST
    @Path("start")
    public ServerBody startAgain(String region, UuidParam id) {
        Actor actor = current.actorIn(region);
        return body(actor, servers.startAgain(actor, id.uuid(), token.value()));
    }

    @POST
    @Path("reboot")
    public ServerBody reboot(String region, UuidParam id) {
        Actor actor = current.actorIn(region);
        return body(actor, servers.reboot(actor, id.uuid(), token.value()));
    }

    /** A server of the compute service is gone a little later. */
    @DELETE
    public void delete(String region, UuidParam id) {
        servers.delete(current.actorIn(region), id.uuid(), token.value());
    }

    private static ServerBody body(Actor actor, Server server) {
        return ServerBody.of(ServerRow.load(actor, server));
    }
}
