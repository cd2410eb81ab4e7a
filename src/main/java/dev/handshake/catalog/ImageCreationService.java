package dev.handshake.catalog;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.BaseImagePolicy;
import dev.handshake.image.ExportRestrictions;
import dev.handshake.image.HistoryEventType;
import dev.handshake.image.HistoryRecorder;
import dev.handshake.image.Image;
import dev.handshake.image.ImageKind;
import dev.handshake.image.ImageMetadata;
import dev.handshake.image.ImageWithMetadata;
import dev.handshake.imagedata.ImageBackends;
import dev.handshake.quota.QuotaAmounts;
import dev.handshake.quota.QuotaService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/** Creates queued images. Their data is uploaded by {@link dev.handshake.imagedata.ImageUploadService}. */
@ApplicationScoped
public class ImageCreationService {

    private final Clock clock;
    private final BaseImagePolicy baseImagePolicy;
    private final ExportRestrictions exportRestrictions;
    private final ImageBackends backends;
    private final QuotaService quotas;
    private final HistoryRecorder history;

    ImageCreationService(
            Clock clock,
            BaseImagePolicy baseImagePolicy,
            ExportRestrictions exportRestrictions,
            ImageBackends backends,
            QuotaService quotas,
            HistoryRecorder history) {
        this.clock = clock;
        this.baseImagePolicy = baseImagePolicy;
        this.exportRestrictions = exportRestrictions;
        this.backends = backends;
        this.quotas = quotas;
        this.history = history;
    }

    /**
     * Creates a queued image in the actor's account. By default it is shared, or a base image if the account is the
     * provider's.
     *
     * @param wanted the requested id, or null
     * @throws RefusedException {@link Reason#ACCOUNT_QUOTA_EXCEEDED}; {@link Reason#ID_TAKEN};
     *     {@link Reason#PUBLIC_VISIBILITY_NOT_ALLOWED}; {@link Reason#ROLE_TOO_LOW}; {@link Reason#KEPT_ELSEWHERE}
     */
    @Transactional
    public ImageWithMetadata create(Actor actor, UUID wanted, ImageMetadata metadata) {
        return create(actor, wanted, metadata, null);
    }

    /**
     * Same for a snapshot, which is shared by default.
     *
     * @param origin its restrictions also apply to the snapshot
     */
    @Transactional
    public ImageWithMetadata createSnapshot(Actor actor, UUID wanted, ImageMetadata metadata, SnapshotOrigin origin) {
        return create(actor, wanted, metadata, Objects.requireNonNull(origin));
    }

    private ImageWithMetadata create(Actor actor, UUID wanted, ImageMetadata metadata, SnapshotOrigin origin) {
        actor.require(Role.CREATOR);
        backends.home(actor.region()).requireNotExternal();
        metadata.requireKnownContainerFormat();
        metadata.requireNamedProperties();
        UUID id = Objects.requireNonNullElseGet(wanted, UUID::randomUUID);
        quotas.requireAvailable(
                actor.account(), actor.region(), origin == null ? QuotaAmounts.IMAGE : QuotaAmounts.snapshot(0));
        Image.requireNewId(actor.region(), id);
        Image image = newImage(actor, id, origin != null);
        if (metadata.visibility() != null) {
            baseImagePolicy.requireVisibilityChangeAllowed(actor, image.visibility(), metadata.visibility());
            image.changeVisibility(metadata.visibility());
        }
        return save(image, actor, metadata.validated(), origin);
    }

    private Image newImage(Actor actor, UUID id, boolean isSnapshot) {
        Image image = Image.create(actor, id, !isSnapshot && baseImagePolicy.isProvider(actor), clock.instant());
        if (isSnapshot) {
            image.kind = ImageKind.SNAPSHOT;
        }
        return image;
    }

    private ImageWithMetadata save(Image image, Actor actor, ImageMetadata metadata, SnapshotOrigin origin) {
        image.applyMetadata(metadata, image.createdAt);
        if (origin != null) {
            origin.applyTo(image);
        }
        exportRestrictions.apply(image, metadata);
        image.persist();
        ImageWithMetadata made = ImageWithMetadata.save(image, metadata);
        history.record(HistoryEventType.CREATED, image, null, actor, image.createdAt);
        return made;
    }
}
