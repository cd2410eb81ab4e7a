package dev.handshake.export;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.imagedata.DownloadService;
import dev.handshake.server.Lineage;
import dev.handshake.task.Order;
import dev.handshake.task.Task;
import dev.handshake.task.TaskKind;
import dev.handshake.task.Tasks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How an export begins, and how long it is good; {@link ExportWork} prepares it. */
@ApplicationScoped
public class Exporting {

    private final DownloadService downloads;
    private final Lineage lineage;
    private final Tasks tasks;
    private final Link link;
    private final Clock clock;
    private final Duration kept;

    Exporting(
            DownloadService downloads,
            Lineage lineage,
            Tasks tasks,
            Link link,
            Clock clock,
            @ConfigProperty(name = "handshake.exports.kept") Duration kept) {
        this.downloads = downloads;
        this.lineage = lineage;
        this.tasks = tasks;
        this.link = link;
        this.clock = clock;
        this.kept = kept;
    }

    /**
     * The image, where its data may leave.
     *
     * @throws RefusedException where it may not
     */
    Image exportable(Actor actor, UUID id) {
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
    public Task begin(Actor actor, UUID id, UUID image, boolean acknowledged) {
        Image leaving = exportable(actor, image);
        if (!acknowledged && isDerived(actor, leaving)) {
            throw new RefusedException(Reason.NOT_ACKNOWLEDGED);
        }
        return tasks.find(actor, id)
                .orElseGet(() -> tasks.begin(actor, id, new Order(TaskKind.EXPORT, image, leaving.name, "{}")));
    }

    /** Whether something in it came from another account, by a share: this one, or one long ago. */
    boolean isDerived(Actor actor, Image image) {
        boolean isShared = !image.isBase() && !image.isOwnedBy(actor);
        return isShared || lineage.isDerivedFromShare(image);
    }

    /** An export as its page shows it, with a link that is good from now on. */
    Prepared seen(Actor actor, Task task) {
        long until = link.until(end(task));
        return new Prepared(
                task,
                end(task),
                isOver(task),
                until,
                link.signature(task, until),
                downloads.refusalMessage(actor, task.imageId));
    }

    /** The same as a list shows it: without a link. */
    Prepared glimpsed(Task task) {
        return new Prepared(task, end(task), isOver(task), 0, "", null);
    }

    /** When a prepared export is over. */
    private Instant end(Task task) {
        return task.updatedAt.plus(kept);
    }

    private boolean isOver(Task task) {
        return task.isSuccess() && !clock.instant().isBefore(end(task));
    }

    /**
     * The image of a prepared export, where its data may still leave.
     *
     * @throws RefusedException {@link Reason#EXPORT_EXPIRED}, or what forbids by now that the data leaves
     */
    Image taken(Actor actor, Task task) {
        if (!task.isSuccess() || isOver(task)) {
            throw new RefusedException(Reason.EXPORT_EXPIRED);
        }
        return exportable(actor, task.imageId);
    }
}
