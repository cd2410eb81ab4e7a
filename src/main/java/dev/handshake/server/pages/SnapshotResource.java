package dev.handshake.server.pages;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.image.Image;
import dev.handshake.provisioning.ServerCommands;
import dev.handshake.server.Server;
import dev.handshake.server.SnapshotService;
import dev.handshake.web.Flash;
import dev.handshake.web.Forms;
import dev.handshake.web.Text;
import dev.handshake.web.Urls;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;

/** {@code /{region}/servers/{id}/snapshots}: creates a snapshot of a server. Its form is on the server's page. */
@Path("/{region}/servers/{id}/snapshots")
@Authenticated
public class SnapshotResource {

    private final CurrentUser current;
    private final SnapshotService snapshots;
    private final ServerCommands commands;
    private final ServerResource serverResource;
    private final Flash flash;
    private final Forms forms;

    SnapshotResource(
            CurrentUser current,
            SnapshotService snapshots,
            ServerCommands commands,
            ServerResource serverResource,
            Flash flash,
            Forms forms) {
        this.current = current;
        this.snapshots = snapshots;
        this.commands = commands;
        this.serverResource = serverResource;
        this.flash = flash;
        this.forms = forms;
    }

    @POST
    public Response create(String region, UUID id, @RestForm String snapshot, @RestForm String name) {
        Actor actor = current.actorIn(region);
        SnapshotForm form = SnapshotForm.parse(snapshot, name);
        forms.onRefusal(
                no -> FieldError.from(no).isAboutSnapshot(),
                no -> Forms.showAgain(serverResource.show(actor, id, form, FieldError.from(no))));
        if (!commands.isRecord(actor, id)) {
            Server server = commands.snapshot(actor, id, form.imageId(), form.name(), null);
            return flash.to(
                    Urls.server(region, id),
                    "A snapshot of “" + Text.bidiIsolated(server.name) + "” has been requested.");
        }
        Image image = snapshots.createFromSourceData(actor, id, form.imageId(), form.name());
        return flash.to(
                Urls.image(region, image.id),
                "The snapshot “" + Text.bidiIsolated(image.name) + "” is ready. It belongs to your account alone.");
    }
}
