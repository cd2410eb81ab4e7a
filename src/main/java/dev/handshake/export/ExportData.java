package dev.handshake.export;

import dev.handshake.account.Actor;
import dev.handshake.account.CurrentUser;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.http.RangeResponse;
import dev.handshake.image.Image;
import dev.handshake.imagedata.DownloadService;
import dev.handshake.task.Task;
import dev.handshake.task.Tasks;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/** {@code /{region}/exports/{id}/data}: the data of an export, through a signed link, from any byte on. */
@Path("/{region}/exports/{id}/data")
@Authenticated
public class ExportData {

    private final CurrentUser current;
    private final Exporting exporting;
    private final DownloadService downloads;
    private final Tasks tasks;
    private final Link link;

    ExportData(CurrentUser current, Exporting exporting, DownloadService downloads, Tasks tasks, Link link) {
        this.current = current;
        this.exporting = exporting;
        this.downloads = downloads;
        this.tasks = tasks;
        this.link = link;
    }

    @GET
    public Response take(
            String region, UUID id, @RestQuery long until, @RestQuery String signature, HttpHeaders asked) {
        Actor actor = current.actorIn(region);
        Task task = tasks.see(actor, id);
        if (!link.isGood(task, until, signature)) {
            throw new RefusedException(Reason.LINK_EXPIRED);
        }
        Image image = exporting.taken(actor, task);
        return RangeResponse.builder(asked, image.entityTag(), image.size, first -> downloads.openStream(image, first))
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.of(image).attached())
                .build();
    }
}
