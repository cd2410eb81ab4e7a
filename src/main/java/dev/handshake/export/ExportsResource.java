package dev.handshake.export;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.http.ExceptionMappers;
import dev.handshake.image.Image;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import dev.handshake.task.Task;
import dev.handshake.task.TaskKind;
import dev.handshake.task.TaskService;
import dev.handshake.web.Flash;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** {@code /{region}/exports}: prepares images to be taken out, and shows how far each is. */
@Path("/{region}/exports")
@Authenticated
public class ExportsResource {

    private static final String ATTEMPT = Attempt.class.getName();

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
    private final ExceptionMappers pages;
    private final RoutingContext request;

    ExportsResource(
            CurrentUser current,
            ExportService exports,
            TaskService tasks,
            Flash flash,
            ExceptionMappers pages,
            RoutingContext request) {
        this.current = current;
        this.exports = exports;
        this.tasks = tasks;
        this.flash = flash;
        this.pages = pages;
        this.request = request;
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

    @POST
    public Response start(String region, @RestForm UUID id, @RestForm UUID image, @RestForm String acknowledged) {
        Actor actor = current.actorIn(region);
        Attempt attempt = new Attempt(actor, id == null ? UUID.randomUUID() : id, image);
        request.put(ATTEMPT, attempt);
        Task task = exports.start(actor, attempt.id, image, acknowledged != null);
        return Response.seeOther(page(region, task.id)).build();
    }

    /** What a refused form needs to be shown again. */
    private record Attempt(Actor actor, UUID id, UUID image) {}

    /** Who did not tick what has to be known is asked once more. */
    @ServerExceptionMapper
    public Response refused(RefusedException no) {
        Attempt attempt = request.get(ATTEMPT);
        if (attempt == null || no.reason() != Reason.NOT_ACKNOWLEDGED) {
            return pages.toResponse(no);
        }
        return Response.status(422)
                .entity(form(attempt.actor, attempt.id, attempt.image, no.message()))
                .build();
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
        return flash.to(page(region, id), stopped ? "The export is stopped." : "The export was over already.");
    }

    private TemplateInstance form(Actor actor, UUID id, UUID asked, String error) {
        Image image = exports.requireExportable(actor, asked);
        return Templates.form(actor, id, image, exports.isDerived(actor, image), error);
    }

    private static URI page(String region, UUID id) {
        return UriBuilder.fromPath("/{region}/exports/{id}").build(region, id);
    }
}
