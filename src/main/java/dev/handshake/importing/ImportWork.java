package dev.handshake.importing;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.imagedata.ImageIngestService;
import dev.handshake.imagedata.ImageUploadService;
import dev.handshake.task.BackgroundWork;
import dev.handshake.task.Run;
import dev.handshake.task.Task;
import dev.handshake.task.TaskKind;
import dev.handshake.task.Tasks;
import dev.handshake.web.Formats;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Brings in a file from an address: into an image that waits for it, or as a new one. */
@ApplicationScoped
class ImportWork implements BackgroundWork {

    private final Fetching fetching;
    private final ImageIngestService imageIngestService;
    private final ImageUploadService imageUploadService;
    private final Tasks tasks;
    private final Duration longest;

    ImportWork(
            Fetching fetching,
            ImageIngestService imageIngestService,
            ImageUploadService imageUploadService,
            Tasks tasks,
            ImportSettings settings) {
        this.fetching = fetching;
        this.imageIngestService = imageIngestService;
        this.imageUploadService = imageUploadService;
        this.tasks = tasks;
        this.longest = settings.longest();
    }

    @Override
    public TaskKind kind() {
        return TaskKind.IMPORT;
    }

    @Override
    public int mostRuns() {
        return 3;
    }

    @Override
    public void run(Run run) throws IOException {
        Wanted wanted = Wanted.read(run.task().input());
        try (Connections connections = new Connections(run.task().account, longest)) {
            run.interruptBy(connections::close);
            Fetched fetched = open(wanted.address(), connections);
            run.expect(fetched.size());
            mustFit(run.task(), wanted, fetched);
            bring(run, wanted, new Arriving(run.watched(fetched.data()), connections, longest));
        }
    }

    /** What is cut because its time is up fails in some way or other; the time is why. */
    private Fetched open(Address address, Connections connections) throws IOException {
        try {
            return fetching.open(address, connections);
        } catch (RefusedException | IOException failed) {
            if (connections.isLate()) {
                throw Arriving.tooLong(longest);
            }
            throw failed;
        }
    }

    /** An image that is deleted waits for nothing more. */
    void stop(@Observes(during = TransactionPhase.AFTER_SUCCESS) Image deleted) {
        tasks.stop(deleted.region, deleted.id, TaskKind.IMPORT, "The image was deleted.");
    }

    private void mustFit(Task task, Wanted wanted, Fetched fetched) {
        long size = fetched.size() == null ? 1 : fetched.size();
        if (size > imageIngestService.maxSize()) {
            throw new RefusedException(Reason.FILE_TOO_LARGE, Formats.bytes(imageIngestService.maxSize()));
        }
        if (wanted.isForNewImage()) {
            imageIngestService.precheckQuota(task.actor(), size);
        } else {
            imageUploadService.precheckQuota(task.region, task.imageId, size);
        }
    }

    private void bring(Run run, Wanted wanted, InputStream data) throws IOException {
        Task task = run.task();
        if (wanted.isForNewImage()) {
            imageIngestService.createFrom(task.actor(), task.imageId, wanted.details(), data, run::finish);
        } else {
            imageUploadService.uploadImported(task.region, task.imageId, data, run::finish);
        }
    }

    @Override
    public void giveUp(Task task) {
        imageUploadService.abort(task.region, task.imageId);
    }
}
