package dev.handshake.imagesync;

import dev.handshake.glance.Glance;
import dev.handshake.glance.GlanceMember;
import dev.handshake.keystone.UnknownProjectException;
import dev.handshake.openstack.ServiceException;
import dev.handshake.sharing.MembershipStatus;
import dev.handshake.sharing.ObservedMembers.ObservedMember;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Makes changes of an image's members at Glance: compares with what is there, sends what is missing, and reads it back,
 * since Glance may answer that a member was removed and keep it.
 */
@ApplicationScoped
class MemberChangeRunner {

    private static final Logger LOG = Logger.getLogger(MemberChangeRunner.class);

    /** With one more call, shorter than a lease. */
    private static final Duration MAX_TIME = Duration.ofSeconds(30);

    private final Glance glance;
    private final Clock clock;

    MemberChangeRunner(Glance glance, Clock clock) {
        this.glance = glance;
        this.clock = clock;
    }

    /** @return the outcome of each member; those missing were not tried */
    Map<String, MemberOutcome> run(MemberBatch batch) {
        Map<String, MemberOutcome> outcomes = new HashMap<>();
        try {
            Map<String, ObservedMember> before = list(batch);
            Instant end = clock.instant().plus(MAX_TIME);
            for (MemberWish each : batch.wishes()) {
                if (clock.instant().isAfter(end)) {
                    break;
                }
                outcomes.put(each.member(), send(batch, each, before.get(each.member())));
            }
            confirm(batch, outcomes);
        } catch (ServiceException failed) {
            recover(batch, outcomes, failed);
        } catch (UnknownProjectException noRole) {
            retryRest(batch, outcomes, "Keystone does not know the portal's user in its project");
        }
        return outcomes;
    }

    private Map<String, ObservedMember> list(MemberBatch batch) {
        List<GlanceMember> members =
                glance.listMembers(batch.target().region(), batch.target().image());
        Map<String, ObservedMember> byAccount = new HashMap<>();
        GlanceMapping.members(members).forEach(each -> byAccount.put(each.account(), each));
        return byAccount;
    }

    /** @return what it comes to, if it is confirmed */
    private MemberOutcome send(MemberBatch batch, MemberWish wish, ObservedMember theirs) {
        if (wish.isOverruledByRemoval(theirs) || wish.isOverruledByDecision(theirs)) {
            return MemberOutcome.DROPPED;
        }
        if (wish.isFulfilledBy(theirs)) {
            return MemberOutcome.DONE;
        }
        try {
            change(batch, wish, theirs);
        } catch (ServiceException refused) {
            return toOutcome(batch, wish, refused);
        }
        return wish.isRemoval() ? MemberOutcome.UNCONFIRMED : MemberOutcome.DONE;
    }

    private void change(MemberBatch batch, MemberWish wish, ObservedMember theirs) {
        String region = batch.target().region();
        UUID image = batch.target().image();
        if (wish.isRemoval()) {
            glance.removeMember(region, image, wish.member());
            return;
        }
        if (theirs == null) {
            glance.addMember(region, image, wish.member());
        }
        if (theirs != null || wish.status() != MembershipStatus.PENDING) {
            glance.setMemberStatus(region, image, wish.member(), wish.status().label());
        }
    }

    /** @throws ServiceException if nothing further can be done now */
    private static MemberOutcome toOutcome(MemberBatch batch, MemberWish wish, ServiceException failed) {
        if (failed.isConflict()) {
            return MemberOutcome.DONE; // as it shall be, unless the list says otherwise
        }
        if (failed.isNotFound()) {
            return MemberOutcome.retry(failed.getMessage()); // removed there meanwhile, or the whole image
        }
        if (!failed.isRefused() || failed.status() == 401) {
            throw failed;
        }
        LOG.warnf(
                "Glance refuses to change member %s of image %s: %s",
                wish.member(), batch.target().image(), failed.getMessage());
        return wish.isRemoval() ? MemberOutcome.retry(failed.getMessage()) : MemberOutcome.DROPPED;
    }

    private void confirm(MemberBatch batch, Map<String, MemberOutcome> outcomes) {
        Map<String, ObservedMember> after = list(batch);
        for (MemberWish each : batch.wishes()) {
            MemberOutcome sent = outcomes.get(each.member());
            if (sent != null && sent.isSent() && !each.isFulfilledBy(after.get(each.member()))) {
                outcomes.put(each.member(), MemberOutcome.retry("Glance answered, but did not do it"));
            }
        }
    }

    private static void recover(MemberBatch batch, Map<String, MemberOutcome> outcomes, ServiceException failed) {
        boolean hasNoMembers = failed.isNotFound() || failed.isRefused() && failed.status() == 403;
        if (hasNoMembers) {
            batch.wishes().forEach(each -> outcomes.put(each.member(), MemberOutcome.DROPPED));
        } else {
            LOG.logf(
                    failed.isRefused() ? Logger.Level.WARN : Logger.Level.DEBUG, // the sweep says that Glance is away
                    "Members of image %s cannot be changed: %s",
                    batch.target().image(),
                    failed.getMessage());
            retryRest(batch, outcomes, failed.getMessage());
        }
    }

    /** What was sent is not confirmed either. */
    private static void retryRest(MemberBatch batch, Map<String, MemberOutcome> outcomes, String why) {
        batch.wishes().stream()
                .filter(each -> !MemberOutcome.DROPPED.equals(outcomes.get(each.member())))
                .forEach(each -> outcomes.put(each.member(), MemberOutcome.retry(why)));
    }
}
