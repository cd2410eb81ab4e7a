package dev.handshake.imagesync;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.glance.Glance;
import dev.handshake.glance.GlanceRegions;
import dev.handshake.image.DataReleased;
import dev.handshake.image.Image;
import dev.handshake.image.ImageHome;
import dev.handshake.imagedata.ExternalImageBackend;
import dev.handshake.keystone.UnknownProjectException;
import dev.handshake.openstack.ServiceException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.io.InputStream;
import org.jboss.logging.Logger;

/**
 * Reads data from Glance, and adds it, in the name of the image's owner, since the portal's own role can do neither.
 * Whether somebody else may read it, the portal decides.
 */
@ApplicationScoped
class GlanceImageBackend implements ExternalImageBackend {

    private static final Logger LOG = Logger.getLogger(GlanceImageBackend.class);

    private final Glance glance;
    private final GlanceRegions regions;
    private final GlanceHomes homes;
    private final GlanceImageCreation creation;
    private final Event<DataReleased> dataReleased;

    GlanceImageBackend(
            Glance glance,
            GlanceRegions regions,
            GlanceHomes homes,
            GlanceImageCreation creation,
            Event<DataReleased> dataReleased) {
        this.glance = glance;
        this.regions = regions;
        this.homes = homes;
        this.creation = creation;
        this.dataReleased = dataReleased;
    }

    @Override
    public ImageHome home(String region) {
        return homes.home(region);
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

    /** The data is in the portal's store only until Glance has it, which thus gets nothing that is refused here. */
    @Override
    public Image create(NewImage wanted, Runnable completion) {
        try {
            Image image = creation.create(wanted);
            QuarkusTransaction.requiringNew().run(completion);
            return image;
        } finally {
            dataReleased.fire(
                    new DataReleased(wanted.actor().region(), wanted.file().key()));
        }
    }

    private static Reason toReason(ServiceException failed) {
        if (failed.isNotFound()) {
            return Reason.NOT_FOUND;
        }
        return failed.isRefused() ? Reason.IMAGE_SERVICE_REFUSED : Reason.IMAGE_SERVICE_UNAVAILABLE;
    }
}
