package dev.handshake.imagedata;

import dev.handshake.account.AccountRateLimiter;
import dev.handshake.account.Actor;
import dev.handshake.disk.DiskFormat;
import dev.handshake.disk.DiskImageInfo;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.image.ImageDataStored;
import dev.handshake.image.ImageStatus;
import dev.handshake.image.StoredFile;
import dev.handshake.quota.QuotaAmounts;
import dev.handshake.quota.QuotaService;
import dev.handshake.sharing.ImageAccess;
import dev.handshake.task.InlineTaskRunner;
import dev.handshake.task.TaskKind;
import dev.handshake.task.TaskRequest;
import dev.handshake.task.TaskRun;
import dev.handshake.task.TaskService;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;

/**
 * Uploads data to an image created before: the image is queued, then saving, then active. If the upload breaks or is
 * refused, nothing stays in the store and the image is queued again. The same holds if the replica dies: an upload is a
 * task, and another replica notices that its lease expired.
 *
 * <p>Data is read as in {@link ImageIngestService}. A format announced by the client must match the detected one, since
 * it is trusted when a server starts. A snapshot of a volume-backed server may be empty ({@link VolumeBackedSnapshot}).
 */
@ApplicationScoped
public class ImageUploadService {

    private final ImageDataRepository repository;
    private final TaskService tasks;
    private final InlineTaskRunner taskRunner;
    private final QuotaService quotas;
    private final AccountRateLimiter limiter;
    private final Event<ImageDataStored> dataStored;

    ImageUploadService(
            ImageDataRepository repository,
            TaskService tasks,
            InlineTaskRunner taskRunner,
            QuotaService quotas,
            AccountRateLimiter limiter,
            Event<ImageDataStored> dataStored) {
        this.repository = repository;
        this.tasks = tasks;
        this.taskRunner = taskRunner;
        this.quotas = quotas;
        this.limiter = limiter;
        this.dataStored = dataStored;
    }

    /**
     * @throws RefusedException {@link Reason#DATA_EXISTS}, one of the {@code FILE_} reasons,
     *     {@link Reason#STORE_UNAVAILABLE}, or the reason that forbids an upload
     * @throws IOException if the stream breaks or the store fails
     */
    public void upload(Actor actor, UUID id, InputStream data) throws IOException {
        uploadInTask(actor, id, data, Image::activate);
    }

    /** Same, but the image stays queued until {@link #importStaged}. */
    public void stage(Actor actor, UUID id, InputStream data) throws IOException {
        uploadInTask(actor, id, data, Image::stage);
    }

    /**
     * Activates the image with its staged data.
     *
     * @throws RefusedException {@link Reason#NOT_STAGED}, or the reason that forbids an upload
     */
    @Transactional
    public void importStaged(Actor actor, UUID id) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, id);
        access.requireCanUpload();
        access.image().importStaged();
    }

    /**
     * Marks the image as waiting for data from an import. It ends with {@link #uploadImported} or {@link #abort}.
     *
     * @return the image
     * @throws RefusedException {@link Reason#DATA_EXISTS}, or the reason that forbids an upload
     */
    @Transactional
    public Image startSaving(Actor actor, UUID id) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, id);
        access.requireCanUpload();
        limiter.acquireForUpload(actor);
        access.image().startSaving();
        return access.image();
    }

    /** The data of a task, which succeeds in the transaction that records it, or records nothing. */
    public void uploadImported(TaskRun run, InputStream data) throws IOException {
        save(run, data, Image::activate);
    }

    /** Puts the image back to queued after its data failed to arrive. */
    @Transactional
    public void abort(String region, UUID id) {
        Image image = findForUpdate(region, id);
        if (image != null && image.status() == ImageStatus.SAVING) {
            image.requeue();
        }
    }

    private void uploadInTask(Actor actor, UUID id, InputStream data, BiConsumer<Image, StoredFile> keeping)
            throws IOException {
        TaskRun run = QuarkusTransaction.requiringNew().call(() -> startTask(actor, id));
        taskRunner.run(run, () -> save(run, run.tracked(data), keeping));
    }

    private TaskRun startTask(Actor actor, UUID id) {
        Image image = startSaving(actor, id);
        return taskRunner.claim(
                tasks.submit(actor, UUID.randomUUID(), new TaskRequest(TaskKind.UPLOAD, id, image.name, "{}")));
    }

    private void save(TaskRun run, InputStream data, BiConsumer<Image, StoredFile> keeping) throws IOException {
        String region = run.task().region;
        UUID id = run.task().imageId;
        DiskImageInfo whenEmpty =
                QuarkusTransaction.joiningExisting().call(() -> VolumeBackedSnapshot.emptyFileFacts(region, id));
        StoredFile file = repository.store(region, data, whenEmpty, precheckQuota(region, id, 1));
        repository.record(region, file, () -> record(run, file, keeping));
    }

    private Image record(TaskRun run, StoredFile file, BiConsumer<Image, StoredFile> keeping) {
        run.finish();
        Image image = requireForUpdate(run.task().region, run.task().imageId);
        requireSameFormat(image.diskFormat, file.facts().format());
        quotas.requireAvailable(
                image.owner, image.region, QuotaAmounts.data(file.facts().size()));
        keeping.accept(image, file);
        dataStored.fire(new ImageDataStored(image));
        return image;
    }

    /**
     * Checks that the quota of the image's owner allows the data.
     *
     * @param bytes known to come
     * @return is called with the number of bytes received so far, and refuses as soon as they exceed the quota
     * @throws RefusedException {@link Reason#ACCOUNT_QUOTA_EXCEEDED}
     */
    public LongConsumer precheckQuota(String region, UUID id, long bytes) {
        Image image = QuarkusTransaction.joiningExisting().call(() -> Image.findById(new Image.Key(region, id)));
        return image == null ? any -> {} : quotas.precheck(image.owner, region, QuotaAmounts.data(bytes));
    }

    private static void requireSameFormat(DiskFormat announced, DiskFormat found) {
        if (announced != null && announced != found) {
            throw new RefusedException(Reason.FILE_FORMAT_MISMATCH, announced.label(), found.label());
        }
    }

    /** @throws RefusedException {@link Reason#NOT_FOUND} if the image was deleted during the upload */
    private static Image requireForUpdate(String region, UUID id) {
        Image image = findForUpdate(region, id);
        if (image == null) {
            throw new RefusedException(Reason.NOT_FOUND);
        }
        return image;
    }

    private static Image findForUpdate(String region, UUID id) {
        return Image.findById(new Image.Key(region, id), LockModeType.PESSIMISTIC_WRITE);
    }
}
