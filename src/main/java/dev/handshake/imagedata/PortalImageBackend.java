package dev.handshake.imagedata;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.BaseImagePolicy;
import dev.handshake.image.ExportRestrictions;
import dev.handshake.image.HistoryEventType;
import dev.handshake.image.HistoryRecorder;
import dev.handshake.image.Image;
import dev.handshake.image.ImageDataStored;
import dev.handshake.image.ImageMetadata;
import dev.handshake.image.ImageWithMetadata;
import dev.handshake.image.Tag;
import dev.handshake.quota.QuotaAmounts;
import dev.handshake.quota.QuotaService;
import dev.handshake.store.ImageStore;
import dev.handshake.store.StoreUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** The portal's own store and database. */
@ApplicationScoped
class PortalImageBackend implements ImageBackend {

    private final ImageStore store;
    private final ImageDataRepository repository;
    private final Clock clock;
    private final BaseImagePolicy baseImagePolicy;
    private final ExportRestrictions exportRestrictions;
    private final QuotaService quotas;
    private final HistoryRecorder history;
    private final Event<ImageDataStored> dataStored;

    PortalImageBackend(
            ImageStore store,
            ImageDataRepository repository,
            Clock clock,
            BaseImagePolicy baseImagePolicy,
            ExportRestrictions exportRestrictions,
            QuotaService quotas,
            HistoryRecorder history,
            Event<ImageDataStored> dataStored) {
        this.store = store;
        this.repository = repository;
        this.clock = clock;
        this.baseImagePolicy = baseImagePolicy;
        this.exportRestrictions = exportRestrictions;
        this.quotas = quotas;
        this.history = history;
        this.dataStored = dataStored;
    }

    @Override
    public InputStream openStream(Image image, long from) throws IOException {
        try {
            return store.openStream(image.region, image.dataKey(), from);
        } catch (NoSuchFileException gone) {
            throw new RefusedException(Reason.NOT_FOUND);
        } catch (StoreUnavailableException unavailable) {
            throw ImageDataRepository.toRefusal(unavailable);
        }
    }

    @Override
    public Image create(NewImage image, Runnable completion) throws IOException {
        return repository.record(image.actor().region(), image.file(), () -> {
            completion.run();
            return create(image);
        });
    }

    private Image create(NewImage wanted) {
        Actor actor = wanted.actor();
        quotas.requireAvailable(
                actor.account(),
                actor.region(),
                QuotaAmounts.image(wanted.file().facts().size()));
        Image image = Image.create(actor, wanted.id(), baseImagePolicy.isProvider(actor), clock.instant());
        ImageMetadata metadata = new ImageWithMetadata(image, List.of(), Map.of())
                .metadata()
                .withForm(wanted.form(), image.visibility());
        image.applyMetadata(metadata, image.createdAt);
        exportRestrictions.apply(image, metadata);
        image.activate(wanted.file());
        image.persist();
        Tag.replace(image, wanted.form().tags());
        history.record(HistoryEventType.CREATED, image, null, actor, image.createdAt);
        dataStored.fire(new ImageDataStored(image));
        return image;
    }
}
