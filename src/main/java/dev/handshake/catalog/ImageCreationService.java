package dev.handshake.catalog;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.BaseImagePolicy;
import dev.handshake.image.ExportRestrictions;
import dev.handshake.image.HistoryEntry;
import dev.handshake.image.HistoryEventType;
import dev.handshake.image.Image;
import dev.handshake.image.ImageMetadata;
import dev.handshake.image.ImageWithMetadata;
import dev.handshake.image.Property;
import dev.handshake.image.Tag;
import dev.handshake.imagedata.ImageUploadService;
import dev.handshake.quota.QuotaAmounts;
import dev.handshake.quota.QuotaService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;

/** How an image is announced whose data comes later; {@link ImageUploadService} brings that. */
@ApplicationScoped
public class ImageCreationService {

    private final Clock clock;
    private final BaseImagePolicy baseImagePolicy;
    private final ExportRestrictions exportRestrictions;
    private final QuotaService quotas;

    ImageCreationService(
            Clock clock, BaseImagePolicy baseImagePolicy, ExportRestrictions exportRestrictions, QuotaService quotas) {
        this.clock = clock;
        this.baseImagePolicy = baseImagePolicy;
        this.exportRestrictions = exportRestrictions;
        this.quotas = quotas;
    }

    /**
     * A new image of the actor's account, queued for its data. Unless it says otherwise it is shared, and the
     * provider's is base.
     *
     * @param wanted the id that it is to have, or null
     * @throws RefusedException {@link Reason#ACCOUNT_QUOTA_EXCEEDED}; {@link Reason#ID_TAKEN};
     *     {@link Reason#PUBLIC_VISIBILITY_NOT_ALLOWED}; {@link Reason#ROLE_TOO_LOW}
     */
    @Transactional
    public ImageWithMetadata create(Actor actor, UUID wanted, ImageMetadata imageMetadata) {
        actor.require(Role.CREATOR);
        imageMetadata.requireKnownContainerFormat();
        imageMetadata.requireNamedProperties();
        UUID id = Objects.requireNonNullElseGet(wanted, UUID::randomUUID);
        quotas.requireAvailable(actor.account(), actor.region(), QuotaAmounts.IMAGE);
        Image.requireNewId(actor.region(), id);
        Image image = Image.create(actor, id, baseImagePolicy.isProvider(actor), clock.instant());
        if (imageMetadata.visibility() != null) {
            baseImagePolicy.requireVisibilityChangeAllowed(actor, image.visibility(), imageMetadata.visibility());
            image.changeVisibility(imageMetadata.visibility());
        }
        return save(image, actor, imageMetadata.validated());
    }

    private ImageWithMetadata save(Image image, Actor actor, ImageMetadata imageMetadata) {
        image.applyMetadata(imageMetadata, image.createdAt);
        exportRestrictions.apply(image, imageMetadata);
        image.persist();
        Tag.replace(image, imageMetadata.tags());
        Property.replace(image, imageMetadata.properties());
        HistoryEntry.record(HistoryEventType.CREATED, image, null, actor, image.createdAt);
        return new ImageWithMetadata(image, imageMetadata.tags().stream().toList(), imageMetadata.properties());
    }
}
