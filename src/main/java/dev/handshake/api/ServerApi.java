package dev.handshake.api;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentAccount;
import dev.handshake.server.Provisioning;
import dev.handshake.server.Server;
import dev.handshake.server.ServerRow;
import dev.handshake.server.ServerSight;
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

    private final CurrentAccount current;
    private final Provisioning provisioning;

    ServerApi(CurrentAccount current, Provisioning provisioning) {
        this.current = current;
        this.provisioning = provisioning;
    }

    @GET
    public ServerBody show(String region, ImageId id) {
        Actor actor = current.in(region);
        return body(actor, ServerSight.of(actor, id.uuid()).server());
    }

    @POST
    @Path("stop")
    public ServerBody stop(String region, ImageId id) {
        Actor actor = current.in(region);
        return body(actor, provisioning.stop(actor, id.uuid()));
    }

    @POST
    @Path("start")
    public ServerBody startAgain(String region, ImageId id) {
        Actor actor = current.in(region);
        return body(actor, provisioning.startAgain(actor, id.uuid()));
    }

    @DELETE
    public void delete(String region, ImageId id) {
        provisioning.delete(current.in(region), id.uuid());
    }

    private static ServerBody body(Actor actor, Server server) {
        return ServerBody.of(ServerRow.of(actor, server));
    }
}
