package dev.handshake.server.pages;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.SuspensionQueries;
import dev.handshake.provisioning.ComputeAccounts;
import dev.handshake.provisioning.ComputeCatalog;
import dev.handshake.provisioning.ServerActionService;
import dev.handshake.provisioning.ServerCommands;
import dev.handshake.server.Lineage;
import dev.handshake.server.Server;
import dev.handshake.server.ServerAccess;
import dev.handshake.server.ServerEvent;
import dev.handshake.server.ServerRow;
import dev.handshake.server.SnapshotRow;
import dev.handshake.web.Flash;
import dev.handshake.web.Forms;
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
import org.jboss.resteasy.reactive.RestForm;

/** {@code /{region}/servers/{id}}: one server and its actions. */
@Path("/{region}/servers/{id}")
@Authenticated
public class ServerResource {

    private static final int MAX_ROWS = 20;
    private static final int CONSOLE_LINES = 200;

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance show(
                Actor actor,
                ServerAccess access,
                ComputeView compute,
                boolean isSuspended,
                List<ServerRow> lineage,
                List<SnapshotRow> snapshots,
                List<ServerEvent> history,
                SnapshotForm form,
                FieldError problem);

        static native TemplateInstance delete(Actor actor, Server server, String typed, String error);

        static native TemplateInstance console(Actor actor, Server server, boolean hasConsole, String output);
    }

    private final CurrentUser current;
    private final ServerCommands servers;
    private final ComputeAccounts accounts;
    private final ComputeCatalog catalog;
    private final Lineage lineage;
    private final Flash flash;

    ServerResource(
            CurrentUser current,
            ServerCommands servers,
            ComputeAccounts accounts,
            ComputeCatalog catalog,
            Lineage lineage,
            Flash flash) {
        this.current = current;
        this.servers = servers;
        this.accounts = accounts;
        this.catalog = catalog;
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
        ComputeView compute = server.compute() == null
                ? null
                : ComputeView.of(server, ServerActionService.findLatest(server), accounts.failingSince(actor));
        return Templates.show(
                actor,
                access,
                compute,
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
        return redirect(servers.stop(current.actorIn(region), id, null), "stopped", "stopping");
    }

    @POST
    @Path("start")
    public Response startAgain(String region, UUID id) {
        return redirect(servers.startAgain(current.actorIn(region), id, null), "started again", "starting");
    }

    @POST
    @Path("reboot")
    public Response reboot(String region, UUID id) {
        return redirect(servers.reboot(current.actorIn(region), id, null), "", "rebooting");
    }

    /** The end of the console's log, read from the compute service. */
    @GET
    @Path("console")
    public TemplateInstance console(String region, UUID id) {
        Actor actor = current.actorIn(region);
        Server server = ServerAccess.load(actor, id).server();
        boolean hasConsole = server.compute() != null && server.compute().id() != null && !server.isDeleted();
        String output = hasConsole ? catalog.console(actor, server.compute().id(), CONSOLE_LINES) : "";
        return Templates.console(actor, server, hasConsole, ConsoleText.clean(output));
    }

    @GET
    @Path("deletion")
    public TemplateInstance confirmDeletion(String region, UUID id) {
        Actor actor = current.actorIn(region);
        return Templates.delete(actor, requireCanDelete(actor, id), "", null);
    }

    private static Server requireCanDelete(Actor actor, UUID id) {
        ServerAccess access = ServerAccess.load(actor, id);
        access.requireCanDelete();
        return access.server();
    }

    /** @param name as typed; asked for only where a running server would be lost */
    @POST
    @Path("deletion")
    public Response delete(String region, UUID id, @RestForm String name) {
        Actor actor = current.actorIn(region);
        Server server = requireCanDelete(actor, id);
        if (server.compute() != null && !Text.clean(name).equals(Text.clean(server.name))) {
            RefusedException no = new RefusedException(Reason.NAME_NOT_TYPED);
            return Forms.showAgain(
                    no.reason().status(), Templates.delete(actor, server, Text.clean(name), no.message()));
        }
        return redirect(servers.delete(actor, id, null), "deleted", "deleting");
    }

    /** @param asked what the compute service is now doing */
    private Response redirect(Server server, String recorded, String asked) {
        String name = "“" + Text.bidiIsolated(server.name) + "” ";
        return flash.to(
                Urls.server(server.region, server.id),
                server.compute() == null
                        ? name + "is recorded as " + recorded + "."
                        : "The compute service is " + asked + " " + name.strip() + ".");
    }
}
