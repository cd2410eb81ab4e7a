package dev.handshake.server.pages;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.nova.ComputeRegions;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import dev.handshake.provisioning.ServerCommands;
import dev.handshake.server.Server;
import dev.handshake.server.ServerQueries;
import dev.handshake.server.ServerRow;
import dev.handshake.server.ServerState;
import dev.handshake.web.Flash;
import dev.handshake.web.Text;
import dev.handshake.web.Urls;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /{region}/servers}: lists and starts servers. Requests with a token are rerouted to the API. */
@Path("/{region}/servers")
@Authenticated
public class ServersResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(
                Actor actor,
                List<ServerState> states,
                ServerState status,
                Page<ServerRow> page,
                boolean isReal,
                boolean isChanging);
    }

    private final CurrentUser current;
    private final ServerCommands servers;
    private final ComputeRegions regions;
    private final NewServerResource newServer;
    private final Flash flash;

    ServersResource(
            CurrentUser current,
            ServerCommands servers,
            ComputeRegions regions,
            NewServerResource newServer,
            Flash flash) {
        this.current = current;
        this.regions = regions;
        this.servers = servers;
        this.newServer = newServer;
        this.flash = flash;
    }

    @GET
    public TemplateInstance list(String region, @RestQuery String status, @RestQuery String marker) {
        Actor actor = current.actorIn(region);
        ServerState only = Text.clean(status).isEmpty() ? null : ServerState.parse(status);
        Page<ServerRow> page = ServerQueries.list(actor, only, Marker.parse(marker), Page.DEFAULT_SIZE);
        boolean isReal = regions.contains(region);
        return Templates.list(
                actor,
                ServerState.of(isReal),
                only,
                page,
                isReal,
                page.items().stream().anyMatch(row -> row.server().isChanging()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(String region, MultivaluedMap<String, String> typed) {
        Actor actor = current.actorIn(region);
        ServerForm form = ServerForm.parse(typed::getFirst);
        newServer.showAgainOnRefusal(actor, form);
        Server server = servers.start(actor, form.toRequest(), form.toOptions());
        String done = server.compute() == null ? "is registered." : "is being started.";
        return flash.to(Urls.server(region, server.id), "“" + Text.bidiIsolated(server.name) + "” " + done);
    }
}
