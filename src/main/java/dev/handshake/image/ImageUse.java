package dev.handshake.image;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Data is used by the images that have it. */
@ApplicationScoped
class ImageUse implements DataUse {

    @Override
    public Set<UUID> of(String region, Collection<UUID> data) {
        return Image.using(region, data);
    }
}
