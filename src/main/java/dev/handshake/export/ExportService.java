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

/** Starts exports and decides how long they are valid; {@link ExportTaskHandler} prepares them. */
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
     * Returns the image if its data may be exported.
     *
     * @throws RefusedException if it may not
     */
    Image requireExportable(Actor actor, UUID id) {
        Image image = downloads.requireDownloadable(actor, id);
        if (!image.hasData()) {
            throw new RefusedException(Reason.NO_DATA);
        }
        return image;
    }

    /**
     * @param id of the task; if it exists already, that task is returned and nothing is started
     * @param acknowledged whether the user confirmed the warning shown for images derived from a share
     * @throws RefusedException {@link Reason#NOT_ACKNOWLEDGED}, or the reason that forbids the export
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

    /** Whether the image is shared by another account, or derived from a share at any time. */
    boolean isDerived(Actor actor, Image image) {
        boolean isShared = !image.isBase() && !image.isOwnedBy(actor);
        return isShared || lineage.isDerivedFromShare(image);
    }

    /** The export for its page, with a new link. */
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

    /** The export for a list, without a link. */
    ExportView summary(Task task) {
        return new ExportView(task, expiresAt(task), isExpired(task), 0, "", null);
    }

    /** When a prepared export expires. */
    private Instant expiresAt(Task task) {
        return task.updatedAt.plus(retention);
    }

    private boolean isExpired(Task task) {
        return task.isSuccess() && !clock.instant().isBefore(expiresAt(task));
    }

    /**
     * The image of a prepared export, if its data may still be downloaded.
     *
     * @throws RefusedException {@link Reason#EXPORT_EXPIRED}, or the reason that forbids the export by now
     */
    Image requireDownloadable(Actor actor, Task task) {
        if (!task.isSuccess() || isExpired(task)) {
            throw new RefusedException(Reason.EXPORT_EXPIRED);
        }
        return requireExportable(actor, task.imageId);
    }
}
