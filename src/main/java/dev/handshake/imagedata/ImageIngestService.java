package dev.handshake.imagedata;

import dev.handshake.account.AccountRateLimiter;
import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.image.ImageForm;
import dev.handshake.image.StoredFile;
import dev.handshake.imagedata.ImageBackend.NewImage;
import dev.handshake.quota.QuotaAmounts;
import dev.handshake.quota.QuotaService;
import dev.handshake.task.Task;
import dev.handshake.task.TaskRun;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Creates images from disk image files: stores and checks the data completely before there is an image. */
@ApplicationScoped
public class ImageIngestService {

    private final ImageDataRepository repository;
    private final ImageBackends backends;
    private final QuotaService quotas;
    private final AccountRateLimiter limiter;

    ImageIngestService(
            ImageDataRepository repository, ImageBackends backends, QuotaService quotas, AccountRateLimiter limiter) {
        this.repository = repository;
        this.backends = backends;
        this.quotas = quotas;
        this.limiter = limiter;
    }

    /** The maximum size of a file in bytes. */
    public long maxSize() {
        return repository.maxSize();
    }

    /** @throws RefusedException {@link Reason#ROLE_TOO_LOW}, {@link Reason#KEPT_ELSEWHERE} */
    public void requireCanCreate(Actor actor) {
        actor.require(Role.CREATOR);
        backends.home(actor.region()).requireNotReadOnly();
    }

    /**
     * Creates an image from a disk image file. Reads {@code file} to its end, in constant memory; nothing is kept of a
     * file that is refused or whose stream breaks.
     *
     * @throws RefusedException one of the {@code FILE_} reasons, {@link Reason#STORE_UNAVAILABLE},
     *     {@link Reason#ACCOUNT_QUOTA_EXCEEDED}, {@link Reason#ACTIONS_RATE_LIMITED}, or one of
     *     {@link #requireCanCreate}
     * @throws IOException if the stream breaks or the store fails
     */
    public Image createFrom(Actor actor, ImageForm imageForm, InputStream file) throws IOException {
        requireCanCreate(actor);
        if (file == null) {
            throw new RefusedException(Reason.FILE_MISSING);
        }
        limiter.acquireForUpload(actor);
        return createFrom(actor, UUID.randomUUID(), imageForm, file, () -> {});
    }

    /** Same for a task, which succeeds in the transaction that creates its image, or creates none. */
    public Image createFrom(TaskRun run, ImageForm imageForm, InputStream file) throws IOException {
        Task task = run.task();
        return createFrom(task.actor(), task.imageId, imageForm, file, run::finish);
    }

    private Image createFrom(Actor actor, UUID id, ImageForm imageForm, InputStream file, Runnable completion)
            throws IOException {
        requireCanCreate(actor);
        String region = actor.region();
        StoredFile data = repository.store(region, file, precheckQuota(actor, 1));
        NewImage image = new NewImage(actor, id, imageForm, data, () -> repository.open(region, data.key()));
        return backends.get(backends.home(region)).create(image, completion);
    }

    /**
     * Checks that the quota allows one more image.
     *
     * @param bytes of data known to come
     * @return is called with the number of bytes received so far, and refuses as soon as they exceed the quota
     * @throws RefusedException {@link Reason#ACCOUNT_QUOTA_EXCEEDED}
     */
    public LongConsumer precheckQuota(Actor actor, long bytes) {
        return quotas.precheck(actor.account(), actor.region(), QuotaAmounts.image(bytes));
    }
}
