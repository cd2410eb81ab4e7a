package dev.handshake.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * What is still to be mailed. Each verb is a short transaction of its own; none is open while the mail server is waited
 * for.
 */
@ApplicationScoped
class Outbox {

    private static final Logger LOG = Logger.getLogger(Outbox.class);
    private static final int MOST_NOTICES = 100;
    private static final int MOST_ADDRESSES = 20;
    /** Notices in one mail. */
    private static final int MOST_IN_ONE = 50;

    private final Clock clock;
    private final Duration lease;
    private final Duration patience;

    Outbox(
            Clock clock,
            @ConfigProperty(name = "handshake.notices.lease") Duration lease,
            @ConfigProperty(name = "handshake.notices.give-up-after") Duration patience) {
        this.clock = clock;
        this.lease = lease;
        this.patience = patience;
    }

    /** Writes down to whom new notices go. */
    @Transactional
    void address() {
        List<Notice> due = NoticeList.toMail(clock.instant(), MOST_NOTICES);
        if (!due.isEmpty()) {
            Set<String> accounts = due.stream().map(each -> each.account).collect(Collectors.toSet());
            Map<String, List<Subscription>> subscriptions = Subscription.byAccount(accounts);
            subscriptions.keySet().removeAll(Mute.withoutMail(accounts));
            Set<Mailing.Key> waiting = MailingList.of(due);
            due.forEach(notice -> address(notice, subscriptions.getOrDefault(notice.account, List.of()), waiting));
        }
    }

    /** What was read since its first mail needs no second; and a mail that waits says the latest anyway. */
    private void address(Notice notice, List<Subscription> to, Set<Mailing.Key> waiting) {
        notice.addressed();
        if (notice.isUnread() || notice.times() == 1) {
            to.stream()
                    .map(each -> Mailing.of(notice, each, clock.instant()))
                    .filter(each -> !waiting.contains(each.key()))
                    .forEach(each -> each.persist());
        }
    }

    /** Where something is due. */
    @Transactional
    List<UUID> due() {
        return MailingList.due(clock.instant(), MOST_ADDRESSES);
    }

    /** Takes up what goes in the next mail to one address. Empty where another replica was faster. */
    @Transactional
    Optional<Parcel> take(UUID subscription) {
        Optional<Subscription> to = Subscription.lockedUnlessTaken(subscription);
        List<Mailing> due = to.isEmpty() ? List.of() : MailingList.due(subscription, clock.instant(), MOST_IN_ONE);
        return due.stream().findFirst().map(first -> take(to.get(), together(first, due)));
    }

    /** What was in one mail once is in the same again. */
    private static List<Mailing> together(Mailing first, List<Mailing> due) {
        return first.message == null ? due.stream().filter(first::goesWith).toList() : MailingList.in(first.message);
    }

    private Parcel take(Subscription to, List<Mailing> together) {
        UUID message = Objects.requireNonNullElseGet(together.get(0).message, UUID::randomUUID);
        UUID runner = UUID.randomUUID();
        together.forEach(each -> each.take(message, runner, clock.instant().plus(lease)));
        List<Long> notices = together.stream().map(each -> each.noticeId).toList();
        return new Parcel(message, runner, to, NoticeList.of(together.get(0).region, notices));
    }

    /**
     * From here on the mail server may hear of it.
     *
     * @return whether it is still this run's; where not, nothing may be sent
     */
    @Transactional
    boolean hand(Parcel parcel) {
        List<Mailing> held = Subscription.locked(parcel.to().id).stream()
                .flatMap(locked -> MailingList.in(parcel.message()).stream())
                .filter(each -> each.isTakenBy(parcel.runner()))
                .toList();
        held.forEach(each -> each.hand(clock.instant().plus(lease)));
        return !held.isEmpty();
    }

    /** The mail server has it. That is certain however late it is known. */
    @Transactional
    void sent(Parcel parcel) {
        held(parcel).forEach(Mailing::delete);
    }

    /** The mail server never takes it. */
    @Transactional
    void refused(Parcel parcel) {
        held(parcel).forEach(Mailing::refuse);
    }

    /** The mail server has not taken it: it is tried again later, for some days. */
    @Transactional
    void notTaken(Parcel parcel) {
        Instant now = clock.instant();
        boolean isOver = parcel.notices().stream().allMatch(each -> each.at.isBefore(now.minus(patience)));
        held(parcel).forEach(isOver ? Mailing::refuse : each -> each.putOff(now));
    }

    private static List<Mailing> held(Parcel parcel) {
        return MailingList.in(parcel.message()).stream()
                .filter(each -> each.isHeldBy(parcel.runner()))
                .toList();
    }

    /** What somebody was handing over who has not been heard of since stays where it is, and is not sent again. */
    @Transactional
    void doubt() {
        List<Mailing> unanswered = MailingList.unanswered(clock.instant(), MOST_NOTICES);
        unanswered.forEach(Mailing::doubt);
        unanswered.stream()
                .map(each -> each.message)
                .distinct()
                .forEach(message -> LOG.warnf("Mail %s may have gone out or not; it is not sent again", message));
    }
}
