package dev.handshake.imagedata;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.sharing.ImageAccess;
import dev.handshake.sharing.ImagePolicy;
import dev.handshake.store.ImageStore;
import dev.handshake.store.StoreUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How the data of an image leaves: never where it is licensed; to its owner; to a consumer, in any status, unless the
 * operator says no ({@code handshake.sharing.consumer-download-enabled}); each by its admins; and to the cloud's
 * compute service for whoever may start servers from the image.
 */
@ApplicationScoped
@Named("downloads")
public class DownloadService {

    private final ImageStore store;
    private final boolean consumerDownloadEnabled;

    DownloadService(
            ImageStore store,
            @ConfigProperty(name = "handshake.sharing.consumer-download-enabled", defaultValue = "true")
                    boolean consumerDownloadEnabled) {
        this.store = store;
        this.consumerDownloadEnabled = consumerDownloadEnabled;
    }

    /** Why the data does not leave for whom {@code sight} is, in a sentence; null where it may. */
    public String refusalMessage(ImageAccess access) {
        RefusedException no = ImagePolicy.downloadRefusal(access, consumerDownloadEnabled);
        return no == null ? null : no.message();
    }

    /** The same for an image that may be gone. */
    public String refusalMessage(Actor actor, UUID id) {
        ImageAccess access = ImageAccess.find(actor, id).orElse(null);
        return access == null ? new RefusedException(Reason.NOT_FOUND).message() : refusalMessage(access);
    }

    /**
     * The image, where the actor may have its data.
     *
     * @throws RefusedException where it may not
     */
    public Image requireDownloadable(Actor actor, UUID id) {
        ImageAccess access = ImageAccess.load(actor, id);
        access.requireCanDownload(consumerDownloadEnabled);
        return access.image();
    }

    /**
     * Its data, from the byte {@code from}, counted from 0.
     *
     * @throws RefusedException {@link Reason#NOT_FOUND} where it was deleted meanwhile,
     *     {@link Reason#STORE_UNAVAILABLE}
     */
    public InputStream openStream(Image image, long from) throws IOException {
        if (image.size == 0) {
            return InputStream.nullInputStream(); // object stores give no range of nothing
        }
        try {
            return store.openStream(image.region, image.dataKey(), from);
        } catch (NoSuchFileException gone) {
            throw new RefusedException(Reason.NOT_FOUND);
        } catch (StoreUnavailableException away) {
            throw ImageDataRepository.toRefusal(away);
        }
    }
}
