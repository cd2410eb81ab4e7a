package dev.handshake.imagesync;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.glance.Glance;
import dev.handshake.glance.GlanceRegions;
import dev.handshake.image.Image;
import dev.handshake.imagedata.ExternalImageData;
import dev.handshake.keystone.UnknownProjectException;
import dev.handshake.openstack.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import org.jboss.logging.Logger;

/**
 * Reads data from Glance in the name of the image's owner, since the portal's own role cannot read any. Whether
 * somebody else may read it, the portal decides.
 */
@ApplicationScoped
class GlanceImageData implements ExternalImageData {

    private static final Logger LOG = Logger.getLogger(GlanceImageData.class);

    private final Glance glance;
    private final GlanceRegions regions;

    GlanceImageData(Glance glance, GlanceRegions regions) {
        this.glance = glance;
        this.regions = regions;
    }

    @Override
    public InputStream openStream(Image image, long from) {
        if (!regions.contains(image.region)) {
            throw new RefusedException(Reason.IMAGE_SERVICE_UNAVAILABLE);
        }
        try {
            return glance.openData(image.region, image.owner, image.id, from);
        } catch (UnknownProjectException noRole) {
            throw new RefusedException(Reason.IMAGE_SERVICE_REFUSED);
        } catch (ServiceException failed) {
            LOG.warnf("The data of image %s of %s cannot be read: %s", image.id, image.region, failed.getMessage());
            throw new RefusedException(toReason(failed));
        }
    }

    private static Reason toReason(ServiceException failed) {
        if (failed.isNotFound()) {
            return Reason.NOT_FOUND;
        }
        return failed.isRefused() ? Reason.IMAGE_SERVICE_REFUSED : Reason.IMAGE_SERVICE_UNAVAILABLE;
    }
}
