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
 * How the data of an announced image comes in: queued, saving while it does, then active. Data that breaks off or is
 * refused leaves nothing in the store and the image queued. So does a replica that dies: what comes in is a task, and
 * another replica finds its lease run out.
 *
 * <p>Data is read as {@link ImageIngestService} reads a file; a format that was announced has to be the one found in
 * the data, since whoever starts a server trusts the word. A snapshot of a server that boots from a volume may be empty
 * ({@link VolumeBackedSnapshot}).
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
     *     {@link Reason#STORE_UNAVAILABLE}, or what forbids a change
     * @throws IOException where the stream breaks or the store fails
     */
    public void upload(Actor actor, UUID id, InputStream data) throws IOException {
        uploadInTask(actor, id, data, Image::activate);
    }

    /** The same, but the image stays queued until {@link #importStaged}. */
    public void stage(Actor actor, UUID id, InputStream data) throws IOException {
        uploadInTask(actor, id, data, Image::stage);
    }

    /**
     * Staged data becomes the image's.
     *
     * @throws RefusedException {@link Reason#NOT_STAGED}, or what forbids a change
     */
    @Transactional
    public void importStaged(Actor actor, UUID id) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, id);
        access.requireCanUpload();
        access.image().importStaged();
    }

    /**
     * The image expects its data from elsewhere; {@link #uploadImported} brings it, or {@link #abort} waits no longer.
     *
     * @return the image
     * @throws RefusedException {@link Reason#DATA_EXISTS}, or what forbids a change
     */
    @Transactional
    public Image startSaving(Actor actor, UUID id) {
        ImageAccess access = ImageAccess.loadForUpdate(actor, id);
        access.requireCanUpload();
        limiter.acquireForUpload(actor);
        access.image().startSaving();
        return access.image();
    }

    /** @param first in the transaction that records the data; where it refuses, nothing is recorded */
    public void uploadImported(String region, UUID id, InputStream data, Runnable first) throws IOException {
        save(region, id, data, first, Image::activate);
    }

    /** The data does not come: the image is queued again. */
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
        taskRunner.run(run, () -> save(actor.region(), id, run.tracked(data), run::finish, keeping));
    }

    private TaskRun startTask(Actor actor, UUID id) {
        Image image = startSaving(actor, id);
        return taskRunner.claim(
                tasks.submit(actor, UUID.randomUUID(), new TaskRequest(TaskKind.UPLOAD, id, image.name, "{}")));
    }

    private void save(String region, UUID id, InputStream data, Runnable first, BiConsumer<Image, StoredFile> keeping)
            throws IOException {
        DiskImageInfo whenEmpty =
                QuarkusTransaction.joiningExisting().call(() -> VolumeBackedSnapshot.emptyFileFacts(region, id));
        repository.save(region, data, whenEmpty, precheckQuota(region, id, 1), found -> {
            first.run();
            Image image = requireForUpdate(region, id);
            requireSameFormat(image.diskFormat, found.facts().format());
            quotas.requireAvailable(
                    image.owner, region, QuotaAmounts.data(found.facts().size()));
            keeping.accept(image, found);
            dataStored.fire(new ImageDataStored(image));
            return image;
        });
    }

    /**
     * Whether the owner of an image has room for its data.
     *
     * @param bytes that are known to come
     * @return is to be told how many came so far, and refuses as soon as they are too many
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

    /** @throws RefusedException {@link Reason#NOT_FOUND} where the image was deleted while its data came in */
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
