package dev.handshake.imagesync;

import dev.handshake.glance.Glance;
import dev.handshake.glance.GlanceImage;
import dev.handshake.keystone.KeystoneConfig;
import dev.handshake.openstack.ServiceException;
import dev.handshake.sharing.ObservedMembers.ObservedMember;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Reads single images and their members. */
@ApplicationScoped
class ImageReader {

    /** The calls to Glance of one reader. */
    interface Calls {

        /** Waits until the next call may be sent. */
        void await();

        /** Whether the reader goes on without the image that the call was about. */
        boolean canSkip(ServiceException failed);
    }

    /**
     * What Glance says of one image.
     *
     * @param readAt before Glance was asked
     * @param image empty if the portal shows no such image
     * @param members empty if they are not known
     */
    record ImageReading(Instant readAt, Optional<GlanceImage> image, Optional<List<ObservedMember>> members) {}

    private static final Logger LOG = Logger.getLogger(ImageReader.class);

    private final Glance glance;
    private final Clock clock;
    private final String ownProject;

    ImageReader(Glance glance, Clock clock, KeystoneConfig keystone) {
        this.glance = glance;
        this.clock = clock;
        this.ownProject = keystone.user().project().orElse("");
    }

    /** The project in which the portal's user has its role. */
    String ownProject() {
        return ownProject;
    }

    /** @throws ServiceException if Glance does not answer */
    ImageReading read(String region, UUID id, Calls calls) {
        Instant readAt = clock.instant();
        calls.await();
        Optional<GlanceImage> found = glance.findImage(region, id).filter(GlanceMapping::isShown);
        return new ImageReading(readAt, found, found.flatMap(each -> findMembers(region, each, calls)));
    }

    /** Empty if the image was deleted, or made private, after it was read: the next sweep finds that. */
    Optional<List<ObservedMember>> findMembers(String region, GlanceImage image, Calls calls) {
        if (!GlanceMapping.hasMembers(image)) {
            return Optional.of(List.of());
        }
        calls.await();
        try {
            return Optional.of(GlanceMapping.members(glance.listMembers(region, image.id())).stream()
                    .filter(each -> !each.account().equals(image.owner()))
                    .toList());
        } catch (ServiceException refused) {
            if (refused.isNotFound() || refused.status() == 403) {
                return Optional.empty();
            }
            if (!calls.canSkip(refused)) {
                throw refused;
            }
            LOG.warnf("The members of image %s of %s are left out: %s", image.id(), region, refused.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Whether Glance shows the portal any of these images of other accounts.
     *
     * @param images that the account sees only as an administrator
     */
    boolean isAdministrator(String region, Collection<UUID> images, Calls calls) {
        return images.stream().anyMatch(each -> isSeenAsAdministrator(region, each, calls));
    }

    private boolean isSeenAsAdministrator(String region, UUID image, Calls calls) {
        calls.await();
        List<GlanceImage> found = glance.findImage(region, image).stream().toList();
        return GlanceMapping.hasOthersImage(found, ownProject);
    }
}
