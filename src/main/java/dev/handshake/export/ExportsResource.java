package dev.handshake.export;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.error.Reason;
import dev.handshake.image.Image;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import dev.handshake.task.Task;
import dev.handshake.task.TaskKind;
import dev.handshake.task.TaskService;
import dev.handshake.web.Flash;
import dev.handshake.web.Forms;
import dev.handshake.web.Urls;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /{region}/exports}: starts exports of images and shows their progress. */
@Path("/{region}/exports")
@Authenticated
public class ExportsResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Actor actor, Page<ExportView> page);

        static native TemplateInstance form(Actor actor, UUID id, Image image, boolean isDerived, String error);

        static native TemplateInstance show(Actor actor, ExportView export);
    }

    private final CurrentUser current;
    private final ExportService exports;
    private final TaskService tasks;
    private final Flash flash;
    private final Forms forms;

    ExportsResource(CurrentUser current, ExportService exports, TaskService tasks, Flash flash, Forms forms) {
        this.current = current;
        this.exports = exports;
        this.tasks = tasks;
        this.flash = flash;
        this.forms = forms;
    }

    @GET
    public TemplateInstance list(String region, @RestQuery String marker) {
        Actor actor = current.actorIn(region);
        Page<Task> page = tasks.list(actor, TaskKind.EXPORT, Marker.parse(marker), Page.DEFAULT_SIZE);
        return Templates.list(actor, page.map(exports::summary));
    }

    @GET
    @Path("new")
    public TemplateInstance form(String region, @RestQuery UUID image) {
        return form(current.actorIn(region), UUID.randomUUID(), image, null);
    }

    /** Asks again if the warning was not confirmed. */
    @POST
    public Response start(String region, @RestForm UUID id, @RestForm UUID image, @RestForm String acknowledged) {
        Actor actor = current.actorIn(region);
        UUID taskId = id == null ? UUID.randomUUID() : id;
        forms.onRefusal(
                no -> no.reason() == Reason.NOT_ACKNOWLEDGED,
                no -> Forms.showAgain(form(actor, taskId, image, no.message())));
        Task task = exports.start(actor, taskId, image, acknowledged != null);
        return Response.seeOther(Urls.export(region, task.id)).build();
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(String region, UUID id) {
        Actor actor = current.actorIn(region);
        return Templates.show(actor, exports.view(actor, tasks.get(actor, id)));
    }

    @POST
    @Path("{id}/cancellation")
    public Response cancel(String region, UUID id) {
        boolean stopped = tasks.cancel(current.actorIn(region), id);
        return flash.to(Urls.export(region, id), stopped ? "The export is canceled." : "The export had already ended.");
    }

    private TemplateInstance form(Actor actor, UUID id, UUID asked, String error) {
        Image image = exports.requireExportable(actor, asked);
        return Templates.form(actor, id, image, exports.isDerived(actor, image), error);
    }
}
