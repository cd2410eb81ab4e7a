package dev.handshake.importing;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.error.RefusedException;
import dev.handshake.image.ImageForm;
import dev.handshake.imagedata.ImageIngestService;
import dev.handshake.outbound.OutboundUrl;
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
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /{region}/imports}: imports images from URLs and shows the progress of each import. */
@Path("/{region}/imports")
@Authenticated
public class ImportsResource {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(Actor actor, Page<Task> page);

        static native TemplateInstance form(
                Actor actor, UUID id, String address, String addressError, ImageForm details, long largest, int maxUrl);

        static native TemplateInstance show(Actor actor, Task task, ImportRequest request);
    }

    private final CurrentUser current;
    private final ImportService imports;
    private final ImageIngestService images;
    private final TaskService tasks;
    private final ImageIngestService imageIngestService;
    private final Flash flash;
    private final Forms forms;

    ImportsResource(
            CurrentUser current,
            ImportService imports,
            ImageIngestService images,
            TaskService tasks,
            ImageIngestService imageIngestService,
            Flash flash,
            Forms forms) {
        this.current = current;
        this.imports = imports;
        this.images = images;
        this.tasks = tasks;
        this.imageIngestService = imageIngestService;
        this.flash = flash;
        this.forms = forms;
    }

    @GET
    public TemplateInstance list(String region, @RestQuery String marker) {
        Actor actor = current.actorIn(region);
        return Templates.list(actor, tasks.list(actor, TaskKind.IMPORT, Marker.parse(marker), Page.DEFAULT_SIZE));
    }

    /** @param again a previous task whose fields fill the form */
    @GET
    @Path("new")
    public TemplateInstance form(String region, @RestQuery UUID again) {
        Actor actor = current.actorIn(region);
        images.requireCanCreate(actor);
        ImportRequest importRequest = again == null
                ? ImportRequest.EMPTY
                : ImportRequest.fromJson(tasks.get(actor, again).input());
        return form(actor, UUID.randomUUID(), importRequest, null);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(String region, @RestForm UUID id, MultivaluedMap<String, String> form) {
        Actor actor = current.actorIn(region);
        images.requireCanCreate(actor);
        UUID taskId = id == null ? UUID.randomUUID() : id;
        ImportRequest wanted = ImportRequest.fromForm(form::getFirst);
        if (!wanted.imageForm().isValid()) {
            return Forms.showAgain(form(actor, taskId, wanted, null));
        }
        forms.onRefusal(no -> Forms.showAgain(status(no), form(actor, taskId, wanted, no.message())));
        Task task = imports.start(actor, taskId, wanted);
        return Response.seeOther(Urls.imageImport(region, task.id)).build();
    }

    /** A refusal with a retry time is not about the input and keeps its own status. */
    private static int status(RefusedException no) {
        return no.retryAfter().isPresent() ? no.reason().status() : Forms.UNPROCESSABLE;
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
        return flash.to(
                Urls.imageImport(region, id), stopped ? "The import is canceled." : "The import had already ended.");
    }

    private TemplateInstance form(Actor actor, UUID id, ImportRequest importRequest, String addressError) {
        return Templates.form(
                actor,
                id,
                importRequest.urlText(),
                addressError,
                importRequest.imageForm(),
                imageIngestService.maxSize(),
                OutboundUrl.MAX_LENGTH);
    }
}
