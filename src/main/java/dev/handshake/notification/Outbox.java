package dev.handshake.notification;

import dev.handshake.lease.LeaseTerm;
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
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The mail to be sent. Each method is a short transaction; none is open while waiting for the mail server. */
@ApplicationScoped
class Outbox {

    /**
     * Notifications sent to one address in one mail, claimed by one replica.
     *
     * @param messageId the mail's own id, the same for every attempt
     * @param claimId the id of this attempt
     */
    record MailBatch(UUID messageId, UUID claimId, Subscription recipient, List<Notification> notifications) {}

    private static final Logger LOG = Logger.getLogger(Outbox.class);
    private static final int MAX_NOTIFICATIONS = 100;
    private static final int MAX_ADDRESSES = 20;
    /** Notifications per mail. */
    private static final int MAX_PER_MAIL = 50;

    private final Clock clock;
    private final LeaseTerm leases;
    private final Duration retryFor;

    Outbox(Clock clock, NotificationMailConfig config) {
        this.clock = clock;
        this.leases = new LeaseTerm(clock, config.leaseDuration());
        this.retryFor = config.retryFor();
    }

    /** Creates mail deliveries for new notifications. */
    @Transactional
    void createDeliveries() {
        List<Notification> due = NotificationQueries.lockMailDue(clock.instant(), MAX_NOTIFICATIONS);
        if (!due.isEmpty()) {
            Set<String> accounts = due.stream().map(each -> each.account).collect(Collectors.toSet());
            Map<String, List<Subscription>> subscriptions = Subscription.groupByAccount(accounts);
            subscriptions.keySet().removeAll(Mute.findAccountsWithoutMail(accounts));
            Set<MailDelivery.Key> waiting = MailDeliveryQueries.findKeys(due);
            due.forEach(notification -> createDeliveries(
                    notification, subscriptions.getOrDefault(notification.account, List.of()), waiting));
        }
    }

    /**
     * Skips a repeated mail if the notification was read in the meantime, or if a delivery is still waiting, which will
     * show the latest state anyway.
     */
    private void createDeliveries(Notification notification, List<Subscription> to, Set<MailDelivery.Key> waiting) {
        notification.clearScheduledMail();
        if (notification.isUnread() || notification.times() == 1) {
            to.stream()
                    .map(each -> MailDelivery.create(notification, each, clock.instant()))
                    .filter(each -> !waiting.contains(each.key()))
                    .forEach(each -> each.persist());
        }
    }

    /** Subscriptions with deliveries due. */
    @Transactional
    List<UUID> findDueSubscriptions() {
        return MailDeliveryQueries.findDueSubscriptions(clock.instant(), MAX_ADDRESSES);
    }

    /** Claims the next mail to one address. Empty if another replica was faster. */
    @Transactional
    Optional<MailBatch> claim(UUID subscription) {
        Optional<Subscription> to = Subscription.tryLock(subscription);
        List<MailDelivery> due =
                to.isEmpty() ? List.of() : MailDeliveryQueries.lockDue(subscription, clock.instant(), MAX_PER_MAIL);
        return due.stream().findFirst().map(first -> claim(to.get(), inSameMail(first, due)));
    }

    /** Deliveries that were once in one mail stay in the same mail. */
    private static List<MailDelivery> inSameMail(MailDelivery first, List<MailDelivery> due) {
        return first.message == null
                ? due.stream().filter(first::isInSameMailAs).toList()
                : MailDeliveryQueries.lockByMessage(first.message);
    }

    private MailBatch claim(Subscription to, List<MailDelivery> together) {
        UUID message = Objects.requireNonNullElseGet(together.get(0).message, UUID::randomUUID);
        UUID claim = UUID.randomUUID();
        together.forEach(each -> {
            leases.claim(each, claim);
            each.take(message);
        });
        List<Long> notices = together.stream().map(each -> each.notificationId).toList();
        return new MailBatch(message, claim, to, NotificationQueries.findByIds(together.get(0).region, notices));
    }

    /**
     * Records that the mail is about to be passed to the mail server.
     *
     * @return whether this claim still holds it; if not, nothing may be sent
     */
    @Transactional
    boolean markSending(MailBatch mailBatch) {
        List<MailDelivery> taken = Subscription.lock(mailBatch.recipient().id).stream()
                .flatMap(locked -> MailDeliveryQueries.lockByMessage(mailBatch.messageId()).stream())
                .filter(MailDelivery::isTaken)
                .toList();
        return leases.ifHeld(taken, mailBatch.claimId(), each -> {
            leases.renew(each);
            each.markSending();
        });
    }

    /** Completes the deliveries, however late the mail server's acceptance arrives. */
    @Transactional
    void markSent(MailBatch mailBatch) {
        ifHeld(mailBatch, MailDelivery::delete);
    }

    /** Records a permanent refusal by the mail server. */
    @Transactional
    void markRefused(MailBatch mailBatch) {
        ifHeld(mailBatch, MailDelivery::markRefused);
    }

    /** Schedules a retry, until the retry period of some days is over. */
    @Transactional
    void scheduleRetry(MailBatch mailBatch) {
        Instant now = clock.instant();
        boolean isOver = mailBatch.notifications().stream().allMatch(each -> each.at.isBefore(now.minus(retryFor)));
        ifHeld(mailBatch, isOver ? MailDelivery::markRefused : each -> each.scheduleRetry(now));
    }

    private void ifHeld(MailBatch mailBatch, Consumer<MailDelivery> action) {
        leases.ifHeld(MailDeliveryQueries.lockByMessage(mailBatch.messageId()), mailBatch.claimId(), action);
    }

    /** Marks deliveries whose sender died. They are not sent again, since they may have been delivered. */
    @Transactional
    void markOutcomeUnknown() {
        List<MailDelivery> unanswered = MailDeliveryQueries.lockUnanswered(clock.instant(), MAX_NOTIFICATIONS);
        unanswered.forEach(MailDelivery::markOutcomeUnknown);
        unanswered.stream()
                .map(each -> each.message)
                .distinct()
                .forEach(message -> LOG.warnf("Mail %s may have gone out or not; it is not sent again", message));
    }
}
