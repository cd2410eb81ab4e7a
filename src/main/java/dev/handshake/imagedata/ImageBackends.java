package dev.handshake.imagedata;

import dev.handshake.image.ImageHome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** Where the images of each region live. */
@ApplicationScoped
@Named("imageBackends")
public class ImageBackends {

    private final PortalImageBackend portal;
    private final ExternalImageBackend external;

    ImageBackends(PortalImageBackend portal, ExternalImageBackend external) {
        this.portal = portal;
        this.external = external;
    }

    /** Who keeps the images that are created in the region. */
    public ImageHome home(String region) {
        return external.home(region);
    }

    ImageBackend get(ImageHome home) {
        return home.isExternal() ? external : portal;
    }
}
