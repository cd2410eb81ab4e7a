package dev.handshake.imagedata;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.image.ImageForm;
import dev.handshake.image.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/**
 * What a region needs of the service that keeps its images: the portal itself, or the cloud's Image service. Rules,
 * pages and API know only the portal's tables, where the images and members of both are.
 */
public interface ImageBackend {

    /** Opens data at its beginning. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /**
     * An image to be created.
     *
     * @param file what its data is, in the portal's store
     */
    record NewImage(Actor actor, UUID id, ImageForm form, StoredFile file, Source data) {}

    /**
     * Opens the image's data at the byte offset {@code from}; the caller has checked that it may be read.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND} if it was deleted in the meantime,
     *     {@link Reason#STORE_UNAVAILABLE}, {@link Reason#IMAGE_SERVICE_REFUSED},
     *     {@link Reason#IMAGE_SERVICE_UNAVAILABLE}
     */
    InputStream openStream(Image image, long from) throws IOException;

    /**
     * Creates an image of the actor's account, or continues where an attempt for the same id ended. Nothing is kept if
     * it fails.
     *
     * @param completion what else has to be recorded, in the same transaction where the portal keeps the image
     * @return the image in the portal's tables
     * @throws RefusedException {@link Reason#ACCOUNT_QUOTA_EXCEEDED}, {@link Reason#STORE_UNAVAILABLE},
     *     {@link Reason#IMAGE_NOT_TAKEN}, {@link Reason#IMAGE_SERVICE_UNAVAILABLE}
     * @throws IOException if the store fails
     */
    Image create(NewImage image, Runnable completion) throws IOException;
}
