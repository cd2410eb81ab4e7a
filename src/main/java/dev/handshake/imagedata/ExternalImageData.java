package dev.handshake.imagedata;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import java.io.IOException;
import java.io.InputStream;

/** The data of images that another Image service keeps. */
public interface ExternalImageData {

    /**
     * Opens the image's data at the byte offset {@code from}; the caller has checked that it may be read.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND}, {@link Reason#IMAGE_SERVICE_REFUSED},
     *     {@link Reason#IMAGE_SERVICE_UNAVAILABLE}
     */
    InputStream openStream(Image image, long from) throws IOException;
}
