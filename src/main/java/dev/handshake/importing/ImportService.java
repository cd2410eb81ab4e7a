package dev.handshake.importing;

import dev.handshake.account.AccountRateLimiter;
import dev.handshake.account.Actor;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.imagedata.ImageIngestService;
import dev.handshake.imagedata.ImageUploadService;
import dev.handshake.outbound.PublicAddressResolver;
import dev.handshake.task.Task;
import dev.handshake.task.TaskKind;
import dev.handshake.task.TaskRequest;
import dev.handshake.task.TaskService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Starts imports; {@link ImportTaskHandler} runs them. */
@ApplicationScoped
public class ImportService {

    private final PublicAddressResolver resolver;
    private final ImageIngestService imageIngestService;
    private final ImageUploadService imageUploadService;
    private final TaskService tasks;
    private final AccountRateLimiter limiter;

    ImportService(
            PublicAddressResolver resolver,
            ImageIngestService imageIngestService,
            ImageUploadService imageUploadService,
            TaskService tasks,
            AccountRateLimiter limiter) {
        this.resolver = resolver;
        this.imageIngestService = imageIngestService;
        this.imageUploadService = imageUploadService;
        this.tasks = tasks;
        this.limiter = limiter;
    }

    /** The URL of an import, as typed. */
    public static String urlOf(Task task) {
        return ImportRequest.fromJson(task.input()).urlText();
    }

    /**
     * Starts importing a new image, which is created once its data is complete.
     *
     * @param id of the task; if it exists already, that task is returned and nothing is started
     * @throws RefusedException one of the {@code URL_} reasons that can be checked without any connection,
     *     {@link dev.handshake.error.Reason#ACCOUNT_QUOTA_EXCEEDED}, a rate limit, or one of
     *     {@link ImageIngestService#requireCanCreate}
     */
    @Transactional
    public Task start(Actor actor, UUID id, ImportRequest importRequest) {
        imageIngestService.requireCanCreate(actor);
        resolver.requireAllowedPort(importRequest.url());
        return tasks.find(actor, id).orElseGet(() -> {
            limiter.acquireForUpload(actor);
            imageIngestService.precheckQuota(actor, 1);
            UUID image = UUID.randomUUID();
            return tasks.submit(
                    actor,
                    id,
                    new TaskRequest(
                            TaskKind.IMPORT, image, importRequest.imageForm().name(), importRequest.toJson()));
        });
    }

    /**
     * Starts importing the data of an existing image.
     *
     * @throws RefusedException as above; {@link dev.handshake.error.Reason#DATA_EXISTS}, or the reason that forbids an
     *     upload
     */
    @Transactional
    public Task startForImage(Actor actor, UUID id, String address) {
        ImportRequest importRequest = ImportRequest.forImage(address);
        resolver.requireAllowedPort(importRequest.url());
        Image image = imageUploadService.startSaving(actor, id);
        imageUploadService.precheckQuota(actor.region(), id, 1);
        return tasks.submit(
                actor, UUID.randomUUID(), new TaskRequest(TaskKind.IMPORT, id, image.name, importRequest.toJson()));
    }
}
