package dev.handshake.server;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.image.SuspensionQueries;
import dev.handshake.web.Flash;
import dev.handshake.web.Text;
import dev.handshake.web.Urls;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** {@code /{region}/servers/{id}}: one server and its actions. */
@Path("/{region}/servers/{id}")
@Authenticated
public class ServerResource {

    private static final int MAX_ROWS = 20;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(
                Actor actor,
                ServerAccess access,
                boolean isSuspended,
                List<ServerRow> lineage,
                List<SnapshotRow> snapshots,
                List<ServerEvent> history,
                SnapshotForm form,
                FieldError problem);

        static native TemplateInstance delete(Actor actor, Server server);
    }

    private final CurrentUser current;
    private final ServerService servers;
    private final Lineage lineage;
    private final Flash flash;

    ServerResource(CurrentUser current, ServerService servers, Lineage lineage, Flash flash) {
        this.current = current;
        this.servers = servers;
        this.lineage = lineage;
        this.flash = flash;
    }

    @GET
    public TemplateInstance show(String region, UUID id) {
        Actor actor = current.actorIn(region);
        return show(actor, id, null, FieldError.NONE);
    }

    /** @param typed the snapshot form as typed, or null */
    TemplateInstance show(Actor actor, UUID id, SnapshotForm typed, FieldError fieldError) {
        ServerAccess access = ServerAccess.load(actor, id);
        Server server = access.server();
        return Templates.show(
                actor,
                access,
                !server.isDeleted() && SuspensionQueries.isDataSuspended(server.region, server),
                lineage.trace(actor, server),
                SnapshotRow.listLatest(server, MAX_ROWS),
                ServerEvent.listLatest(server, MAX_ROWS),
                typed == null ? SnapshotForm.forServer(server) : typed,
                fieldError);
    }

    @POST
    @Path("stop")
    public Response stop(String region, UUID id) {
        return redirect(servers.stop(current.actorIn(region), id), "stopped");
    }

    @POST
    @Path("start")
    public Response startAgain(String region, UUID id) {
        return redirect(servers.startAgain(current.actorIn(region), id), "started again");
    }

    @GET
    @Path("deletion")
    public TemplateInstance confirmDeletion(String region, UUID id) {
        Actor actor = current.actorIn(region);
        ServerAccess access = ServerAccess.load(actor, id);
        access.requireCanDelete();
        return Templates.delete(actor, access.server());
    }

    @POST
    @Path("deletion")
    public Response delete(String region, UUID id) {
        return redirect(servers.delete(current.actorIn(region), id), "deleted");
    }

    private Response redirect(Server server, String what) {
        return flash.to(
                Urls.server(server.region, server.id),
                "“" + Text.bidiIsolated(server.name) + "” is recorded as " + what + ".");
    }
}
