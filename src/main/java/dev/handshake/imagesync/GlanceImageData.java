package dev.handshake.imagesync;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.glance.Glance;
import dev.handshake.glance.GlanceRegions;
import dev.handshake.image.Image;
import dev.handshake.image.ImageForm;
import dev.handshake.image.StoredFile;
import dev.handshake.imagedata.ExternalImageData;
import dev.handshake.keystone.UnknownProjectException;
import dev.handshake.openstack.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Reads data from Glance, and adds it, in the name of the image's owner, since the portal's own role can do neither.
 * Whether somebody else may read it, the portal decides.
 */
@ApplicationScoped
class GlanceImageData implements ExternalImageData {

    private static final Logger LOG = Logger.getLogger(GlanceImageData.class);

    private final Glance glance;
    private final GlanceRegions regions;
    private final GlanceImageCreation creation;

    GlanceImageData(Glance glance, GlanceRegions regions, GlanceImageCreation creation) {
        this.glance = glance;
        this.regions = regions;
        this.creation = creation;
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

    @Override
    public Image create(Actor actor, UUID id, ImageForm form, StoredFile file, Source data) {
        if (!regions.contains(actor.region())) {
            throw new RefusedException(Reason.IMAGE_SERVICE_UNAVAILABLE);
        }
        return creation.create(actor, id, form, file, data);
    }

    private static Reason toReason(ServiceException failed) {
        if (failed.isNotFound()) {
            return Reason.NOT_FOUND;
        }
        return failed.isRefused() ? Reason.IMAGE_SERVICE_REFUSED : Reason.IMAGE_SERVICE_UNAVAILABLE;
    }
}
