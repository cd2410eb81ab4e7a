package dev.handshake.imagesync;

import dev.handshake.glance.Glance;
import dev.handshake.glance.GlanceImage;
import dev.handshake.glance.GlancePage;
import dev.handshake.openstack.ServiceException;
import dev.handshake.sharing.ObservedMembers.ObservedMember;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Reads one page of a sweep, with the members of its images, and copies what differs. */
@ApplicationScoped
class PageReader {

    private static final Logger LOG = Logger.getLogger(PageReader.class);

    private final Glance glance;
    private final GlanceHomes homes;
    private final ImageCopies copies;
    private final ImageReader reader;
    private final Clock clock;

    PageReader(Glance glance, GlanceHomes homes, ImageCopies copies, ImageReader reader, Clock clock) {
        this.glance = glance;
        this.homes = homes;
        this.copies = copies;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * @throws ServiceException if Glance does not answer, or shows less than an administrator sees; the images read so
     *     far are copied
     */
    SweepPage.Copied read(SweepPage page, PageCalls calls) {
        calls.await();
        Instant readAt = clock.instant();
        GlancePage found = glance.listImages(page.region(), page.hidden(), page.marker());
        List<GlanceImage> shown =
                found.images().stream().filter(GlanceMapping::isShown).toList();
        SweepPage.Copied copied = new SweepPage.Copied(found.next(), last(found, page));
        CopiedPage known = copies.load(page, ids(shown), copied);
        for (GlanceImage each : shown) {
            follow(page, each, known, readAt, calls);
        }
        if (!known.missing().isEmpty() && seesEverything(page, copied, shown, known.missing(), calls)) {
            known.missing().forEach(each -> followMissing(page, each, calls));
        }
        return copied;
    }

    private static UUID last(GlancePage found, SweepPage page) {
        return found.images().stream()
                .reduce((one, next) -> next)
                .map(GlanceImage::id)
                .orElse(page.copiedTo());
    }

    private static Set<UUID> ids(List<GlanceImage> images) {
        return images.stream().map(GlanceImage::id).collect(Collectors.toSet());
    }

    /** @param readAt of the image itself, since which a notification may have brought more */
    private void follow(SweepPage page, GlanceImage image, CopiedPage known, Instant readAt, PageCalls calls) {
        if (known.others().contains(image.id())) {
            LOG.warnf("Image %s of %s is an image of the portal too; it is not copied", image.id(), page.region());
            return;
        }
        Optional<List<ObservedMember>> members = reader.findMembers(page.region(), image, calls);
        if (members.isPresent() && !known.hasCopy(image, members.get(), homes.home(page.region()), readAt)) {
            copy(page, image, members.get(), readAt);
        }
    }

    private void copy(SweepPage page, GlanceImage image, List<ObservedMember> members, Instant readAt) {
        store(page, image.id(), () -> copies.copy(page.region(), image, members, readAt, !page.isFirstSweep()));
    }

    /** One image that cannot be stored does not keep the others from being followed. */
    private static void store(SweepPage page, UUID id, Runnable change) {
        try {
            change.run();
        } catch (RuntimeException failed) {
            LOG.errorf(failed, "Image %s of %s could not be copied", id, page.region());
        }
    }

    /**
     * Whether Glance shows the portal all images. To others than administrators all accounts' images are missing, so
     * nothing is deleted on the word of a Glance that may have taken the portal's role away.
     *
     * @throws ServiceException if it shows none of those that it showed before
     */
    private boolean seesEverything(
            SweepPage page, SweepPage.Copied copied, List<GlanceImage> shown, Set<UUID> missing, PageCalls calls) {
        if (GlanceMapping.hasOthersImage(shown, reader.ownProject())) {
            return true;
        }
        List<UUID> others = copies.listOthersElsewhere(page, copied, reader.ownProject());
        if (others.isEmpty()) {
            LOG.warnf(
                    "%d images of %s are missing at Glance, or the portal's role is; they are kept",
                    missing.size(), page.region());
            return false;
        }
        if (reader.isAdministrator(page.region(), others, calls)) {
            return true;
        }
        throw ServiceException.refused(
                403, "Glance shows no account's private or shared images: the portal's role may be missing");
    }

    /** An image that is in no list may have changed its part of it, or its visibility. */
    private void followMissing(SweepPage page, UUID id, PageCalls calls) {
        ImageReader.ImageReading found = reader.read(page.region(), id, calls);
        if (found.image().isEmpty()) {
            store(page, id, () -> copies.delete(page.region(), id, found.readAt()));
        } else {
            found.members().ifPresent(members -> copy(page, found.image().get(), members, found.readAt()));
        }
    }
}
