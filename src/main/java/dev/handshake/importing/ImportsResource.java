package dev.handshake.importing;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.account.Role;
import dev.handshake.error.RefusedException;
import dev.handshake.http.ExceptionMappers;
import dev.handshake.image.ImageForm;
import dev.handshake.imagedata.ImageIngestService;
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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** {@code /{region}/imports}: brings in images from addresses, and shows how far each import is. */
@Path("/{region}/imports")
@Authenticated
public class ImportsResource {

    private static final String ATTEMPT = Attempt.class.getName();

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Actor actor, Page<Task> page);

        static native TemplateInstance form(
                Actor actor, UUID id, String address, String addressError, ImageForm details, long largest);

        static native TemplateInstance show(Actor actor, Task task, ImportRequest request);
    }

    private final CurrentUser current;
    private final ImportService imports;
    private final TaskService tasks;
    private final ImageIngestService imageIngestService;
    private final Flash flash;
    private final ExceptionMappers pages;
    private final RoutingContext request;

    ImportsResource(
            CurrentUser current,
            ImportService imports,
            TaskService tasks,
            ImageIngestService imageIngestService,
            Flash flash,
            ExceptionMappers pages,
            RoutingContext request) {
        this.current = current;
        this.imports = imports;
        this.tasks = tasks;
        this.imageIngestService = imageIngestService;
        this.flash = flash;
        this.pages = pages;
        this.request = request;
    }

    @GET
    public TemplateInstance list(String region, @RestQuery String marker) {
        Actor actor = current.actorIn(region);
        return Templates.list(actor, tasks.list(actor, TaskKind.IMPORT, Marker.parse(marker), Page.DEFAULT_SIZE));
    }

    /** @param again a task whose fields are filled in */
    @GET
    @Path("new")
    public TemplateInstance form(String region, @RestQuery UUID again) {
        Actor actor = current.actorIn(region);
        actor.require(Role.CREATOR);
        ImportRequest importRequest = again == null
                ? ImportRequest.EMPTY
                : ImportRequest.fromJson(tasks.get(actor, again).input());
        return form(actor, UUID.randomUUID(), importRequest, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(String region, @RestForm UUID id, MultivaluedMap<String, String> form) {
        Actor actor = current.actorIn(region);
        actor.require(Role.CREATOR);
        Attempt attempt =
                new Attempt(actor, id == null ? UUID.randomUUID() : id, ImportRequest.fromForm(form::getFirst));
        request.put(ATTEMPT, attempt);
        if (!attempt.wanted.imageForm().isValid()) {
            return formAgain(422, attempt, null);
        }
        Task task = imports.start(actor, attempt.id, attempt.wanted);
        return Response.seeOther(page(region, task.id)).build();
    }

    /** What a refused form needs to be shown again. */
    private record Attempt(Actor actor, UUID id, ImportRequest wanted) {}

    @ServerExceptionMapper
    public Response refused(RefusedException no) {
        Attempt attempt = request.get(ATTEMPT);
        int status = no.retryAfter().isPresent() ? no.reason().status() : 422;
        pages.addRetryAfter(no);
        return attempt == null ? pages.toResponse(no) : formAgain(status, attempt, no.message());
    }

    private Response formAgain(int status, Attempt attempt, String addressError) {
        return Response.status(status)
                .entity(form(attempt.actor, attempt.id, attempt.wanted, addressError))
                .build();
    }

    @GET
    @Path("{id}")
    public TemplateInstance show(String region, UUID id) {
        Actor actor = current.actorIn(region);
        Task task = tasks.get(actor, id);
        return Templates.show(actor, task, ImportRequest.fromJson(task.input()));
    }

    @POST
    @Path("{id}/cancellation")
    public Response cancel(String region, UUID id) {
        boolean stopped = tasks.cancel(current.actorIn(region), id);
        return flash.to(page(region, id), stopped ? "The import is stopped." : "The import was over already.");
    }

    private TemplateInstance form(Actor actor, UUID id, ImportRequest importRequest, String addressError) {
        return Templates.form(
                actor,
                id,
                importRequest.urlText(),
                addressError,
                importRequest.imageForm(),
                imageIngestService.maxSize());
    }

    private static URI page(String region, UUID id) {
        return UriBuilder.fromPath("/{region}/imports/{id}").build(region, id);
    }
}
