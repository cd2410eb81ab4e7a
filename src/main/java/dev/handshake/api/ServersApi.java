package dev.handshake.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.handshake.account.Actor;
import dev.handshake.account.CurrentAccount;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import dev.handshake.server.Order;
import dev.handshake.server.Provisioning;
import dev.handshake.server.Server;
import dev.handshake.server.ServerList;
import dev.handshake.server.ServerRow;
import dev.handshake.server.ServerState;
import dev.handshake.web.Marker;
import dev.handshake.web.Page;
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

/** {@code /v2/servers}, and {@code /servers} for whoever brings a token: the record of what an account started. */
@Path("/{region}/v2/servers")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
public class ServersApi {

    /** A page of servers, the newest first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Servers(List<ServerBody> servers, String first, String next) {}

    private final CurrentAccount current;
    private final Provisioning provisioning;
    private final Bodies bodies;

    ServersApi(CurrentAccount current, Provisioning provisioning, Bodies bodies) {
        this.current = current;
        this.provisioning = provisioning;
        this.bodies = bodies;
    }

    @GET
    public Servers list(String region, UriInfo asked) {
        ListQuery query = new ListQuery(asked.getQueryParameters());
        String status = asked.getQueryParameters().getFirst("status");
        ServerState only = status == null ? null : ServerState.named(status);
        Marker marker = Marker.read(asked.getQueryParameters().getFirst("marker"));
        Page<ServerRow> page = ServerList.page(current.in(region), only, marker, query.limit());
        List<ServerBody> servers = page.items().stream().map(ServerBody::of).toList();
        String next = page.next() == null ? null : query.address("/v2/servers", page.next());
        return new Servers(servers, query.address("/v2/servers", null), next);
    }

    @POST
    public Response start(String region, InputStream body, UriInfo asked) throws IOException {
        Actor actor = current.in(region);
        Server server = provisioning.start(actor, order(bodies.object(JsonCall.START_SERVER, actor, body, "a server")));
        return Response.created(asked.getAbsolutePathBuilder()
                        .path(server.id.toString())
                        .build())
                .entity(ServerBody.of(ServerRow.of(actor, server)))
                .build();
    }

    private static Order order(ObjectNode said) {
        UUID id = said.hasNonNull("id") ? ImageId.said(text(said, "id")) : UUID.randomUUID();
        return new Order(id, Text.typed(text(said, "name")), text(said, "flavor"), ImageId.said(text(said, "image")));
    }

    static String text(ObjectNode said, String key) {
        JsonNode value = said.path(key);
        if (!value.isTextual()) {
            throw new Refused(Reason.MALFORMED, "Invalid value for " + key + ", which is a string");
        }
        return value.textValue();
    }
}
