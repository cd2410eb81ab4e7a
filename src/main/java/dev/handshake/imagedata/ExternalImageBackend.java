package dev.handshake.imagedata;

import dev.handshake.image.ImageHome;

/** The cloud's Image service, in the regions that have one. */
public interface ExternalImageBackend extends ImageBackend {

    /** @return {@link ImageHome#PORTAL} for a region without one */
    ImageHome home(String region);
}
