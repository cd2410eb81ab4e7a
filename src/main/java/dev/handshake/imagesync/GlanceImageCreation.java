package dev.handshake.imagesync;

import dev.handshake.account.Actor;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.glance.Glance;
import dev.handshake.glance.GlanceImage;
import dev.handshake.glance.GlanceUploads;
import dev.handshake.image.Image;
import dev.handshake.image.ImageForm;
import dev.handshake.image.StoredFile;
import dev.handshake.imagedata.ImageBackend;
import dev.handshake.imagedata.ImageBackend.NewImage;
import dev.handshake.keystone.UnknownProjectException;
import dev.handshake.openstack.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Makes images at Glance in the name of their owner: an image without data first, then its data. */
@ApplicationScoped
class GlanceImageCreation {

    private static final Logger LOG = Logger.getLogger(GlanceImageCreation.class);

    private final Glance glance;
    private final GlanceUploads uploads;
    private final ImageCopies copies;
    private final Clock clock;

    GlanceImageCreation(Glance glance, GlanceUploads uploads, ImageCopies copies, Clock clock) {
        this.glance = glance;
        this.uploads = uploads;
        this.copies = copies;
        this.clock = clock;
    }

    /** As {@link ImageBackend#create}. */
    Image create(NewImage wanted) {
        Actor actor = wanted.actor();
        UUID id = wanted.id();
        StoredFile file = wanted.file();
        try {
            create(actor, toGlance(id, wanted.form(), file));
            Instant readAt = clock.instant();
            GlanceImage image = find(actor, id);
            copies.copyNew(actor, image, readAt);
            if (image.status().equals("queued")) {
                uploads.sendData(
                        actor.region(),
                        actor.account(),
                        id,
                        wanted.data()::open,
                        file.facts().size());
            }
            Instant completeAt = clock.instant();
            return copies.copyComplete(actor, requireComplete(actor, id, file), completeAt);
        } catch (UnknownProjectException noRole) {
            throw new RefusedException(Reason.IMAGE_NOT_TAKEN, "the portal has no role in your account there.");
        } catch (ServiceException failed) {
            LOG.warnf("Image %s could not be made in %s: %s", id, actor.region(), failed.getMessage());
            discard(actor, id);
            throw failed.isRefused()
                    ? new RefusedException(Reason.IMAGE_NOT_TAKEN, failed.getMessage())
                    : new RefusedException(Reason.IMAGE_SERVICE_UNAVAILABLE);
        }
    }

    private static GlanceUploads.NewImage toGlance(UUID id, ImageForm form, StoredFile file) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("description", form.description());
        properties.put("os_distro", form.operatingSystem());
        properties.values().removeIf(String::isEmpty);
        String diskFormat = file.facts().format().label();
        return new GlanceUploads.NewImage(
                id, form.name(), diskFormat, form.minDisk(), form.minRam(), form.tags(), properties);
    }

    /** An attempt before may have made it, if its answer was lost or its replica died. */
    private void create(Actor actor, GlanceUploads.NewImage image) {
        try {
            uploads.createImage(actor.region(), actor.account(), image);
        } catch (ServiceException failed) {
            if (!failed.isConflict()) {
                throw failed;
            }
        }
    }

    private GlanceImage find(Actor actor, UUID id) {
        return glance.findImage(actor.region(), id)
                .filter(each -> each.owner().equals(actor.account()) && GlanceMapping.isShown(each))
                .orElseThrow(() -> ServiceException.refused(409, "there is no such image of your account."));
    }

    /** @throws ServiceException if Glance answered and does not have all data */
    private GlanceImage requireComplete(Actor actor, UUID id, StoredFile file) {
        GlanceImage image = find(actor, id);
        boolean isSame = image.size() == file.facts().size()
                && (image.sha512() == null || image.sha512().equals(file.sha512()));
        if (!image.status().equals("active") || !isSame) {
            throw ServiceException.refused(409, "it does not have the whole data.");
        }
        return image;
    }

    /** An image without its data is of no use. If Glance does not answer, its owner sees it as queued. */
    private void discard(Actor actor, UUID id) {
        try {
            uploads.deleteImage(actor.region(), actor.account(), id);
            copies.delete(actor.region(), id, clock.instant());
        } catch (UnknownProjectException | ServiceException failed) {
            LOG.warnf("Image %s of %s stays without data: %s", id, actor.region(), failed.getMessage());
        }
    }
}
