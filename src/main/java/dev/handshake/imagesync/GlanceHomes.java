package dev.handshake.imagesync;

import dev.handshake.glance.GlanceMode;
import dev.handshake.glance.GlanceRegions;
import dev.handshake.image.ImageHome;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the images of each region are here, by the mode of its Glance. */
@ApplicationScoped
class GlanceHomes {

    private final GlanceRegions regions;

    GlanceHomes(GlanceRegions regions) {
        this.regions = regions;
    }

    ImageHome home(String region) {
        if (!regions.contains(region)) {
            return ImageHome.PORTAL;
        }
        return regions.mode(region) == GlanceMode.OBSERVE ? ImageHome.OBSERVED : ImageHome.MIRRORED;
    }

    /** Whether offers made at Glance are undone there if they break the rules. */
    boolean isEnforced(String region) {
        return regions.mode(region) == GlanceMode.ENFORCE;
    }

    /** The regions where members are changed here too. */
    List<String> mirrored() {
        return regions.all().stream()
                .filter(each -> home(each) == ImageHome.MIRRORED)
                .toList();
    }
}
