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

/** The data of images that another Image service keeps. */
public interface ExternalImageData {

    /** Opens data at its beginning. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /**
     * Opens the image's data at the byte offset {@code from}; the caller has checked that it may be read.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND}, {@link Reason#IMAGE_SERVICE_REFUSED},
     *     {@link Reason#IMAGE_SERVICE_UNAVAILABLE}
     */
    InputStream openStream(Image image, long from) throws IOException;

    /**
     * Creates an image of the actor's account, or continues where an attempt for the same id ended. Nothing is kept if
     * it fails.
     *
     * @param file what the data is
     * @return the portal's copy of the image
     * @throws RefusedException {@link Reason#IMAGE_NOT_TAKEN}, {@link Reason#IMAGE_SERVICE_UNAVAILABLE}
     */
    Image create(Actor actor, UUID id, ImageForm form, StoredFile file, Source data);
}
