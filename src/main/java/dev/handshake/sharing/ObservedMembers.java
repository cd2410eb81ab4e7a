package dev.handshake.sharing;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.image.HistoryEventType;
import dev.handshake.image.HistoryRecorder;
import dev.handshake.image.Image;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Copies the members of images that another Image service keeps. What that service says is not checked by any rule. */
@ApplicationScoped
public class ObservedMembers {

    /**
     * A member as the Image service describes it.
     *
     * @param account the consumer's account number, not the owner's
     * @param offeredAt when it became a member, as far as is known
     * @param updatedAt when its status last changed
     */
    public record ObservedMember(String account, MembershipStatus status, Instant offeredAt, Instant updatedAt) {

        private boolean isDescribedBy(Membership known) {
            return known != null && status == known.status();
        }
    }

    /** Stands for the user, whom the Image service does not name. */
    private static final String UNKNOWN_USER = "the Image service";

    /** No account's number. */
    private static final String PROVIDER = "the provider";

    private final HistoryRecorder history;
    private final Clock clock;

    ObservedMembers(HistoryRecorder history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    /** A user of the account, whom the Image service does not name. */
    public static Actor unknownUser(String region, String account) {
        return new Actor(account, UNKNOWN_USER, Role.ADMIN, region);
    }

    /** Whether {@code known} is a copy of all {@code members}. */
    public static boolean isCopy(Collection<Membership> known, Collection<ObservedMember> members) {
        Map<String, Membership> byAccount = byAccount(known);
        return known.size() == members.size()
                && members.stream().allMatch(each -> each.isDescribedBy(byAccount.get(each.account)));
    }

    /**
     * Makes the copy equal. The caller has locked the image's row.
     *
     * @param members of the image, each account once
     * @param isTold whether the changes are recorded in the history, which notifies accounts
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void copy(Image image, Collection<ObservedMember> members, boolean isTold) {
        List<Membership> before = Membership.listByImages(image.region, List.of(image.id));
        Set<String> staying = members.stream().map(ObservedMember::account).collect(Collectors.toSet());
        before.stream().filter(each -> !staying.contains(each.member)).forEach(each -> remove(image, each, isTold));
        Map<String, Membership> kept = byAccount(before);
        members.forEach(each -> follow(image, kept.get(each.account), each, isTold));
    }

    /** Records that the portal undid an offer that the Image service let an account make against the rules. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordUndone(Image image, String member) {
        Actor portal = new Actor(PROVIDER, PROVIDER, Role.ADMIN, image.region);
        history.record(HistoryEventType.UNDONE, image, member, portal, clock.instant());
    }

    private void remove(Image image, Membership leaving, boolean isTold) {
        record(HistoryEventType.REMOVED, image, leaving.member, image.owner, isTold);
        leaving.delete();
    }

    private void follow(Image image, Membership known, ObservedMember theirs, boolean isTold) {
        Membership membership = known == null ? create(image, theirs, isTold) : known;
        if (membership.decide(theirs.status, unknownUser(image.region, theirs.account), theirs.updatedAt)) {
            record(MembershipRecorder.eventTypeOf(theirs.status), image, theirs.account, theirs.account, isTold);
        }
    }

    private Membership create(Image image, ObservedMember theirs, boolean isTold) {
        Actor owner = unknownUser(image.region, image.owner);
        Membership created = Membership.create(image, theirs.account, owner, OfferTerms.NONE, theirs.offeredAt);
        created.persist();
        record(HistoryEventType.OFFERED, image, theirs.account, image.owner, isTold);
        return created;
    }

    private void record(HistoryEventType eventType, Image image, String member, String by, boolean isTold) {
        if (isTold) {
            history.record(eventType, image, member, unknownUser(image.region, by), clock.instant());
        }
    }

    private static Map<String, Membership> byAccount(Collection<Membership> known) {
        return known.stream().collect(Collectors.toMap(each -> each.member, Function.identity()));
    }
}
