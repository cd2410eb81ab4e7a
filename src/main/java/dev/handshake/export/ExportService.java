package dev.handshake.export;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.imagedata.DownloadService;
import dev.handshake.server.Lineage;
import dev.handshake.task.Task;
import dev.handshake.task.TaskKind;
import dev.handshake.task.TaskRequest;
import dev.handshake.task.TaskService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** How an export begins, and how long it is good; {@link ExportTaskHandler} prepares it. */
@ApplicationScoped
public class ExportService {

    private final DownloadService downloads;
    private final Lineage lineage;
    private final TaskService tasks;
    private final DownloadLinkSigner links;
    private final Clock clock;
    private final Duration retention;

    ExportService(
            DownloadService downloads,
            Lineage lineage,
            TaskService tasks,
            DownloadLinkSigner links,
            Clock clock,
            ExportConfig config) {
        this.downloads = downloads;
        this.lineage = lineage;
        this.tasks = tasks;
        this.links = links;
        this.clock = clock;
        this.retention = config.retention();
    }

    /**
     * The image, where its data may leave.
     *
     * @throws RefusedException where it may not
     */
    Image requireExportable(Actor actor, UUID id) {
        Image image = downloads.requireDownloadable(actor, id);
        if (!image.hasData()) {
            throw new RefusedException(Reason.NO_DATA);
        }
        return image;
    }

    /**
     * @param id of the task; one that exists already is answered as it is, and nothing is begun twice
     * @param acknowledged whether the warning was ticked that an image derived from a shared one comes with
     * @throws RefusedException {@link Reason#NOT_ACKNOWLEDGED}, or what forbids that the data leaves
     */
    @Transactional
    public Task start(Actor actor, UUID id, UUID image, boolean acknowledged) {
        Image leaving = requireExportable(actor, image);
        if (!acknowledged && isDerived(actor, leaving)) {
            throw new RefusedException(Reason.NOT_ACKNOWLEDGED);
        }
        return tasks.find(actor, id)
                .orElseGet(() -> tasks.submit(actor, id, new TaskRequest(TaskKind.EXPORT, image, leaving.name, "{}")));
    }

    /** Whether something in it came from another account, by a share: this one, or one long ago. */
    boolean isDerived(Actor actor, Image image) {
        boolean isShared = !image.isBase() && !image.isOwnedBy(actor);
        return isShared || lineage.isDerivedFromShare(image);
    }

    /** An export as its page shows it, with a link that is good from now on. */
    ExportView view(Actor actor, Task task) {
        long until = links.expiresAt(expiresAt(task));
        return new ExportView(
                task,
                expiresAt(task),
                isExpired(task),
                until,
                links.sign(task, until),
                downloads.refusalMessage(actor, task.imageId));
    }

    /** The same as a list shows it: without a link. */
    ExportView summary(Task task) {
        return new ExportView(task, expiresAt(task), isExpired(task), 0, "", null);
    }

    /** When a prepared export is over. */
    private Instant expiresAt(Task task) {
        return task.updatedAt.plus(retention);
    }

    private boolean isExpired(Task task) {
        return task.isSuccess() && !clock.instant().isBefore(expiresAt(task));
    }

    /**
     * The image of a prepared export, where its data may still leave.
     *
     * @throws RefusedException {@link Reason#EXPORT_EXPIRED}, or what forbids by now that the data leaves
     */
    Image requireDownloadable(Actor actor, Task task) {
        if (!task.isSuccess() || isExpired(task)) {
            throw new RefusedException(Reason.EXPORT_EXPIRED);
        }
        return requireExportable(actor, task.imageId);
    }
}
