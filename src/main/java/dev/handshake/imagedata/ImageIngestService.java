package dev.handshake.imagedata;

import dev.handshake.account.AccountRateLimiter;
import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.BaseImagePolicy;
import dev.handshake.image.DataReleased;
import dev.handshake.image.ExportRestrictions;
import dev.handshake.image.HistoryEventType;
import dev.handshake.image.HistoryRecorder;
import dev.handshake.image.Image;
import dev.handshake.image.ImageDataStored;
import dev.handshake.image.ImageForm;
import dev.handshake.image.ImageMetadata;
import dev.handshake.image.ImageWithMetadata;
import dev.handshake.image.StoredFile;
import dev.handshake.image.Tag;
import dev.handshake.quota.QuotaAmounts;
import dev.handshake.quota.QuotaService;
import dev.handshake.region.ExternalRegions;
import dev.handshake.task.Task;
import dev.handshake.task.TaskRun;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;

/** Creates images from disk image files: stores the data completely, then creates the image in one transaction. */
@ApplicationScoped
public class ImageIngestService {

    private final ImageDataRepository repository;
    private final Clock clock;
    private final BaseImagePolicy baseImagePolicy;
    private final ExportRestrictions exportRestrictions;
    private final ExternalRegions external;
    private final ExternalImageData externalData;
    private final QuotaService quotas;
    private final HistoryRecorder history;
    private final AccountRateLimiter limiter;
    private final Event<ImageDataStored> dataStored;

    ImageIngestService(
            ImageDataRepository repository,
            Clock clock,
            BaseImagePolicy baseImagePolicy,
            ExportRestrictions exportRestrictions,
            ExternalRegions external,
            ExternalImageData externalData,
            QuotaService quotas,
            HistoryRecorder history,
            AccountRateLimiter limiter,
            Event<ImageDataStored> dataStored) {
        this.repository = repository;
        this.clock = clock;
        this.baseImagePolicy = baseImagePolicy;
        this.exportRestrictions = exportRestrictions;
        this.external = external;
        this.externalData = externalData;
        this.quotas = quotas;
        this.history = history;
        this.limiter = limiter;
        this.dataStored = dataStored;
    }

    /** The maximum size of a file in bytes. */
    public long maxSize() {
        return repository.maxSize();
    }

    /** @throws RefusedException {@link Reason#ROLE_TOO_LOW}, {@link Reason#KEPT_ELSEWHERE} */
    public void requireCanCreate(Actor actor) {
        actor.require(Role.CREATOR);
        external.requireNotReadOnly(actor.region());
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

    private Image createFrom(Actor actor, UUID id, ImageForm imageForm, InputStream file, Runnable first)
            throws IOException {
        requireCanCreate(actor);
        StoredFile data = repository.store(actor.region(), file, precheckQuota(actor, 1));
        if (external.contains(actor.region())) {
            return createExternally(actor, id, imageForm, data, first);
        }
        return repository.record(actor.region(), data, () -> {
            first.run();
            return createImage(actor, id, imageForm, data);
        });
    }

    /** The data is stored here only until the Image service has it, which thus gets nothing that is refused here. */
    private Image createExternally(Actor actor, UUID id, ImageForm imageForm, StoredFile data, Runnable first) {
        try {
            Image image =
                    externalData.create(actor, id, imageForm, data, () -> repository.open(actor.region(), data.key()));
            QuarkusTransaction.requiringNew().run(first);
            return image;
        } finally {
            repository.onDataReleased(new DataReleased(actor.region(), data.key()));
        }
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

    private Image createImage(Actor actor, UUID id, ImageForm imageForm, StoredFile data) {
        quotas.requireAvailable(
                actor.account(), actor.region(), QuotaAmounts.image(data.facts().size()));
        Image image = Image.create(actor, id, baseImagePolicy.isProvider(actor), clock.instant());
        ImageMetadata imageMetadata =
                new ImageWithMetadata(image, List.of(), Map.of()).metadata().withForm(imageForm, image.visibility());
        image.applyMetadata(imageMetadata, image.createdAt);
        exportRestrictions.apply(image, imageMetadata);
        image.activate(data);
        image.persist();
        Tag.replace(image, imageForm.tags());
        history.record(HistoryEventType.CREATED, image, null, actor, image.createdAt);
        dataStored.fire(new ImageDataStored(image));
        return image;
    }
}
