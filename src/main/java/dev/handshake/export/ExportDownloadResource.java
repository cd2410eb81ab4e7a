package dev.handshake.export;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.http.RangeResponse;
import dev.handshake.image.Image;
import dev.handshake.imagedata.DownloadService;
import dev.handshake.task.Task;
import dev.handshake.task.TaskService;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /{region}/exports/{id}/data}: downloads an export through a signed link, with support for ranges. */
@Path("/{region}/exports/{id}/data")
@Authenticated
public class ExportDownloadResource {

    private final CurrentUser current;
    private final ExportService exports;
    private final DownloadService downloads;
    private final TaskService tasks;
    private final DownloadLinkSigner links;

    ExportDownloadResource(
            CurrentUser current,
            ExportService exports,
            DownloadService downloads,
            TaskService tasks,
            DownloadLinkSigner links) {
        this.current = current;
        this.exports = exports;
        this.downloads = downloads;
        this.tasks = tasks;
        this.links = links;
    }

    @GET
    public Response download(
            String region, UUID id, @RestQuery long until, @RestQuery String signature, HttpHeaders asked) {
        Actor actor = current.actorIn(region);
        Task task = tasks.get(actor, id);
        if (!links.isValid(task, until, signature)) {
            throw new RefusedException(Reason.LINK_EXPIRED);
        }
        Image image = exports.requireDownloadable(actor, task);
        return RangeResponse.builder(asked, image.entityTag(), image.size, first -> downloads.openStream(image, first))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ExportFileName.from(image).toContentDisposition())
                .build();
    }
}
