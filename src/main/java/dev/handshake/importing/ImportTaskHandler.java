package dev.handshake.importing;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.image.ImageDeleted;
import dev.handshake.imagedata.ImageIngestService;
import dev.handshake.imagedata.ImageUploadService;
import dev.handshake.outbound.OutboundConnections;
import dev.handshake.outbound.OutboundUrl;
import dev.handshake.task.BackgroundTaskHandler;
import dev.handshake.task.Task;
import dev.handshake.task.TaskKind;
import dev.handshake.task.TaskRun;
import dev.handshake.task.TaskService;
import dev.handshake.web.Formats;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Imports a file from a URL, into a waiting image or as a new one. */
@ApplicationScoped
class ImportTaskHandler implements BackgroundTaskHandler {

    private final RemoteFileFetcher fetcher;
    private final ImageIngestService imageIngestService;
    private final ImageUploadService imageUploadService;
    private final TaskService tasks;
    private final Duration maxDuration;

    ImportTaskHandler(
            RemoteFileFetcher fetcher,
            ImageIngestService imageIngestService,
            ImageUploadService imageUploadService,
            TaskService tasks,
            ImportConfig settings) {
        this.fetcher = fetcher;
        this.imageIngestService = imageIngestService;
        this.imageUploadService = imageUploadService;
        this.tasks = tasks;
        this.maxDuration = settings.maxDuration();
    }

    @Override
    public TaskKind kind() {
        return TaskKind.IMPORT;
    }

    @Override
    public int maxRuns() {
        return 3;
    }

    @Override
    public void run(TaskRun run) throws IOException {
        ImportRequest importRequest = ImportRequest.fromJson(run.task().input());
        try (OutboundConnections connections = new OutboundConnections(run.task().account, maxDuration)) {
            run.onStop(connections::close);
            RemoteFile remoteFile = open(importRequest.url(), connections);
            run.expectBytes(remoteFile.size());
            requireRoom(run.task(), importRequest, remoteFile);
            ingest(
                    run,
                    importRequest,
                    new TimeLimitedInputStream(run.tracked(remoteFile.data()), connections, maxDuration));
        }
    }

    /** After the deadline, whatever failure it caused is reported as the timeout. */
    private RemoteFile open(OutboundUrl url, OutboundConnections connections) throws IOException {
        try {
            return fetcher.open(url, connections);
        } catch (RefusedException | IOException failed) {
            if (connections.isTimedOut()) {
                throw TimeLimitedInputStream.timedOut(maxDuration);
            }
            throw failed;
        }
    }

    /** Cancels the import of a deleted image. */
    void onImageDeleted(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImageDeleted deleted) {
        Image image = deleted.image();
        tasks.cancelByImage(image.region, image.id, TaskKind.IMPORT, "The image was deleted.");
    }

    private void requireRoom(Task task, ImportRequest importRequest, RemoteFile remoteFile) {
        long size = remoteFile.size() == null ? 1 : remoteFile.size();
        if (size > imageIngestService.maxSize()) {
            throw new RefusedException(Reason.FILE_TOO_LARGE, Formats.bytes(imageIngestService.maxSize()));
        }
        if (importRequest.isForNewImage()) {
            imageIngestService.precheckQuota(task.actor(), size);
        } else {
            imageUploadService.precheckQuota(task.region, task.imageId, size);
        }
    }

    private void ingest(TaskRun run, ImportRequest importRequest, InputStream data) throws IOException {
        if (importRequest.isForNewImage()) {
            imageIngestService.createFrom(run, importRequest.imageForm(), data);
        } else {
            imageUploadService.uploadImported(run, data);
        }
    }

    @Override
    public void onFailure(Task task) {
        imageUploadService.abort(task.region, task.imageId);
    }
}
