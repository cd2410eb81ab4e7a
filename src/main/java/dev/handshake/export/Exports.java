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
import dev.handshake.task.Tasks;
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
public class Exports {

    private static final String ATTEMPT = Attempt.class.getName();

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Actor actor, Page<Prepared> page);

        static native TemplateInstance form(Actor actor, UUID id, Image image, boolean isDerived, String error);

        static native TemplateInstance show(Actor actor, Prepared export);
    }

    private final CurrentUser current;
    private final Exporting exporting;
    private final Tasks tasks;
    private final Flash flash;
    private final ExceptionMappers pages;
    private final RoutingContext request;

    Exports(
            CurrentUser current,
            Exporting exporting,
            Tasks tasks,
            Flash flash,
            ExceptionMappers pages,
            RoutingContext request) {
        this.current = current;
        this.exporting = exporting;
        this.tasks = tasks;
        this.flash = flash;
        this.pages = pages;
        this.request = request;
    }

    @GET
    public TemplateInstance list(String region, @RestQuery String marker) {
        Actor actor = current.actorIn(region);
        Page<Task> page = tasks.of(actor, TaskKind.EXPORT, Marker.parse(marker), Page.DEFAULT_SIZE);
        return Templates.list(actor, page.map(exporting::glimpsed));
    }

    @GET
    @Path("new")
    public TemplateInstance form(String region, @RestQuery UUID image) {
        return form(current.actorIn(region), UUID.randomUUID(), image, null);
    }

    @POST
    public Response begin(String region, @RestForm UUID id, @RestForm UUID image, @RestForm String acknowledged) {
        Actor actor = current.actorIn(region);
        Attempt attempt = new Attempt(actor, id == null ? UUID.randomUUID() : id, image);
        request.put(ATTEMPT, attempt);
        Task task = exporting.begin(actor, attempt.id, image, acknowledged != null);
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
        return Templates.show(actor, exporting.seen(actor, tasks.see(actor, id)));
    }

    @POST
    @Path("{id}/cancellation")
    public Response cancel(String region, UUID id) {
        boolean stopped = tasks.cancel(current.actorIn(region), id);
        return flash.to(page(region, id), stopped ? "The export is stopped." : "The export was over already.");
    }

    private TemplateInstance form(Actor actor, UUID id, UUID asked, String error) {
        Image image = exporting.exportable(actor, asked);
        return Templates.form(actor, id, image, exporting.isDerived(actor, image), error);
    }

    private static URI page(String region, UUID id) {
        return UriBuilder.fromPath("/{region}/exports/{id}").build(region, id);
    }
}
