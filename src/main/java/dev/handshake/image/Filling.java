package dev.handshake.image;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.disk.DiskFormat;
import dev.handshake.refusal.Reason;
import dev.handshake.refusal.Refused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * How the data of an announced image comes in: queued, saving while it does, then active. Data that breaks off or is
 * refused leaves nothing in the store and the image queued.
 *
 * <p>Data is read as {@link Intake} reads a file; a format that was announced has to be the one found in the data, since
 * whoever starts a server trusts the word.
 */
@ApplicationScoped
public class Filling {

    private final Stored stored;

    Filling(Stored stored) {
        this.stored = stored;
    }

    /**
     * @throws Refused {@link Reason#DATA_EXISTS}, one of the {@code FILE_} reasons, or what forbids a change
     * @throws IOException where the stream breaks or the store fails
     */
    public void fill(Actor actor, UUID id, InputStream data) throws IOException {
        take(actor, id, data, Image::activate);
    }

    /** The same, but the image stays queued until {@link #release}. */
    public void stage(Actor actor, UUID id, InputStream data) throws IOException {
        take(actor, id, data, Image::stage);
    }

    /** Staged data becomes the image's. @throws Refused {@link Reason#NOT_STAGED}, or what forbids a change */
    @Transactional
    public void release(Actor actor, UUID id) {
        Sight sight = Sight.locked(actor, id);
        sight.mustChange(Role.CREATOR);
        sight.image().release();
    }

    private void take(Actor actor, UUID id, InputStream data, BiConsumer<Image, ImageData> keeping) throws IOException {
        QuarkusTransaction.requiringNew().run(() -> begin(actor, id));
        boolean kept = false;
        try {
            kept = stored.keep(actor.region(), data, found -> keep(actor.region(), id, found, keeping));
        } finally {
            if (!kept) {
                QuarkusTransaction.requiringNew().run(() -> giveUp(actor.region(), id));
            }
        }
    }

    private static void begin(Actor actor, UUID id) {
        Sight sight = Sight.locked(actor, id);
        sight.mustChange(Role.CREATOR);
        sight.image().expectData();
    }

    private static boolean keep(String region, UUID id, ImageData found, BiConsumer<Image, ImageData> keeping) {
        Image image = saving(region, id);
        mustAgree(image.diskFormat, found.facts().format());
        keeping.accept(image, found);
        return true;
    }

    private static void mustAgree(DiskFormat announced, DiskFormat found) {
        if (announced != null && announced != found) {
            throw new Refused(Reason.FILE_OF_OTHER_FORMAT, announced.word(), found.word());
        }
    }

    /** @throws Refused {@link Reason#NOT_FOUND} where the image was deleted while its data came in */
    private static Image saving(String region, UUID id) {
        Image image = locked(region, id);
        if (image == null) {
            throw new Refused(Reason.NOT_FOUND);
        }
        return image;
    }

    private static void giveUp(String region, UUID id) {
        Image image = locked(region, id);
        if (image != null && image.status() == ImageStatus.SAVING) {
            image.expectDataAgain();
        }
    }

    private static Image locked(String region, UUID id) {
        return Image.findById(new Image.Key(region, id), LockModeType.PESSIMISTIC_WRITE);
    }
}
