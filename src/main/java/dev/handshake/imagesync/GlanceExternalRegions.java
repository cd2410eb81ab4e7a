package dev.handshake.imagesync;

import dev.handshake.glance.GlanceMode;
import dev.handshake.glance.GlanceRegions;
import dev.handshake.image.ImageHome;
import dev.handshake.region.ExternalRegions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/** The regions with Glance. */
@ApplicationScoped
@Named("externalRegions")
class GlanceExternalRegions implements ExternalRegions {

    private final GlanceRegions regions;

    GlanceExternalRegions(GlanceRegions regions) {
        this.regions = regions;
    }

    @Override
    public boolean contains(String region) {
        return regions.contains(region);
    }

    @Override
    public boolean isReadOnly(String region) {
        return regions.contains(region) && regions.mode(region) == GlanceMode.OBSERVE;
    }

    /** Whether offers made at Glance are undone there if they break the rules. */
    boolean isEnforced(String region) {
        return regions.mode(region) == GlanceMode.ENFORCE;
    }

    /** Those where members are changed here too. */
    List<String> mirrored() {
        return regions.all().stream().filter(each -> !isReadOnly(each)).toList();
    }

    /** What the images of the region are here. */
    ImageHome home(String region) {
        return isReadOnly(region) ? ImageHome.OBSERVED : ImageHome.MIRRORED;
    }
}
