package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** How images come in, and how their data goes: first the data, whole; then, in one transaction, the image. */
@ApplicationScoped
public class Intake {

    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final ImageStore store;
    private final Clock clock;
    private final Provider provider;
    private final long largest;

    Intake(
            ImageStore store,
            Clock clock,
            Provider provider,
            @ConfigProperty(name = "handshake.images.largest") MemorySize largest) {
        this.store = store;
        this.clock = clock;
        this.largest = largest.asLongValue();
        this.provider = provider;
    }

    /** Bytes that one file may have. */
    public long largest() {
        return largest;
    }

    /**
     * Brings in a disk image file. Reads {@code file} to its end, in constant memory; of a file that is refused, or whose
     * stream breaks off, nothing is left.
     *
     * @throws Refused one of the {@code FILE_} reasons, or {@link Reason#ROLE_TOO_LOW}
     * @throws IOException where the stream breaks or the store fails
     */
    public Image bring(Actor actor, Details details, InputStream file) throws IOException {
        actor.must(Role.CREATOR);
        if (file == null) {
            throw new Refused(Reason.FILE_MISSING);
        }
        UUID id = UUID.randomUUID();
        try (ImageStore.Draft draft = store.draft(actor.region(), id)) {
            ImageData data = new Copying(draft, largest).all(file);
            draft.keep();
            return recordOrForget(actor, id, details, data);
        }
    }

    /** Where recording fails the data goes too, but only once it is certain that no image was recorded. */
    private Image recordOrForget(Actor actor, UUID id, Details details, ImageData data) throws IOException {
        boolean recorded = false;
        try {
            Image image = QuarkusTransaction.requiringNew().call(() -> record(actor, id, details, data));
            recorded = true;
            return image;
        } finally {
            if (!recorded && QuarkusTransaction.requiringNew().call(() -> !Image.exists(actor.region(), id))) {
                store.remove(actor.region(), id);
            }
        }
    }

    private Image record(Actor actor, UUID id, Details details, ImageData data) {
        Image image = Image.brought(actor, id, provider.isAccountOf(actor), clock.instant());
        image.describe(
                new Described(image, List.of(), Map.of()).traits().typed(details, image.visibility()), image.createdAt);
        image.activate(data);
        image.persist();
        Tag.replace(image, details.tags());
        History.write(Happened.CREATED, image, null, actor, image.createdAt);
        return image;
    }

    /** The image is deleted for good; its data may go. Where that fails the image stays deleted. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) Image deleted) {
        try {
            store.remove(deleted.region, deleted.id);
        } catch (IOException stays) {
            LOG.errorf(stays, "The data of the deleted image %s/%s is still in the store", deleted.region, deleted.id);
        }
    }
}
