package dev.handshake.imagedata;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.Image;
import dev.handshake.sharing.ImageAccess;
import dev.handshake.sharing.ImagePolicy;
import dev.handshake.sharing.SharingConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/**
 * Decides who may download image data, and opens it. Admins of the owner may download, and admins of consumers in any
 * status unless the operator disabled it ({@code handshake.sharing.consumer-download-enabled}); base images are open to
 * admins of every account. Images that are not exportable cannot be downloaded by anyone but the cloud's compute
 * service, which reads for accounts that may start servers from the image. The rule is
 * {@link ImagePolicy#downloadRefusal}.
 */
@ApplicationScoped
@Named("downloads")
public class DownloadService {

    private final ImageBackends backends;
    private final boolean consumerDownloadEnabled;

    DownloadService(ImageBackends backends, SharingConfig config) {
        this.backends = backends;
        this.consumerDownloadEnabled = config.consumerDownloadEnabled();
    }

    /** Why the actor of {@code access} may not download the data, as a sentence; null if it may. */
    public String refusalMessage(ImageAccess access) {
        RefusedException no = ImagePolicy.downloadRefusal(access, consumerDownloadEnabled);
        return no == null ? null : no.message();
    }

    /** Same for an image that may no longer exist. */
    public String refusalMessage(Actor actor, UUID id) {
        ImageAccess access = ImageAccess.find(actor, id).orElse(null);
        return access == null ? new RefusedException(Reason.NOT_FOUND).message() : refusalMessage(access);
    }

    /**
     * Returns the image if the actor may download its data.
     *
     * @throws RefusedException if it may not
     */
    public Image requireDownloadable(Actor actor, UUID id) {
        ImageAccess access = ImageAccess.load(actor, id);
        access.requireCanDownload(consumerDownloadEnabled);
        return access.image();
    }

    /**
     * Opens the image's data at the byte offset {@code from}.
     *
     * @throws RefusedException as {@link ImageBackend#openStream}
     */
    public InputStream openStream(Image image, long from) throws IOException {
        if (image.size == 0) {
            return InputStream.nullInputStream(); // object stores cannot serve a range of an empty object
        }
        return backends.get(image.home()).openStream(image, from);
    }
}
