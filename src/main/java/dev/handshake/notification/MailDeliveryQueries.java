package dev.handshake.notification;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Queries for mail deliveries, used by {@link Outbox} and by the pages that show delivery problems. */
class MailDeliveryQueries {

    /** Subscriptions with deliveries due, longest waiting first. */
    static List<UUID> findDueSubscriptions(Instant now, int most) {
        return MailDelivery.getEntityManager()
                .createQuery(
                        "select subscription from MailDelivery where status in ?1 and lease.until <= ?2"
                                + " group by subscription order by min(lease.until)",
                        UUID.class)
                .setParameter(1, MailDeliveryStatus.DUE)
                .setParameter(2, now)
                .setMaxResults(most)
                .getResultList();
    }

    /** Locks the deliveries due to one subscription, longest waiting first. */
    static List<MailDelivery> lockDue(UUID subscription, Instant now, int most) {
        return MailDelivery.<MailDelivery>find(
                        "subscription = ?1 and status in ?2 and lease.until <= ?3 order by lease.until, notificationId",
                        subscription,
                        MailDeliveryStatus.DUE,
                        now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .range(0, most - 1)
                .list();
    }

    /** Locks all deliveries of one mail. */
    static List<MailDelivery> lockByMessage(UUID message) {
        return MailDelivery.<MailDelivery>find("message = ?1 order by notificationId", message)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** The keys of deliveries not completed yet, in any status, for some notifications. */
    static Set<MailDelivery.Key> findKeys(Collection<Notification> notices) {
        Set<String> regions = notices.stream().map(each -> each.region).collect(Collectors.toSet());
        Set<Long> ids = notices.stream().map(each -> each.id).collect(Collectors.toSet());
        return MailDelivery.<MailDelivery>list("region in ?1 and notificationId in ?2", regions, ids).stream()
                .map(MailDelivery::key)
                .collect(Collectors.toSet());
    }

    /** Deliveries with problems for some notifications. */
    static List<MailDelivery> findProblems(String region, Collection<Long> notices) {
        return MailDelivery.list(
                "region = ?1 and notificationId in ?2 and status in ?3", region, notices, MailDeliveryStatus.PROBLEMS);
    }

    /** Locks deliveries being sent whose lease expired without an outcome. */
    static List<MailDelivery> lockUnanswered(Instant now, int most) {
        return MailDelivery.<MailDelivery>find(
                        "status = ?1 and lease.until <= ?2 order by lease.until", MailDeliveryStatus.SENDING, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .range(0, most - 1)
                .list();
    }

    /** Cancels the waiting deliveries to all subscribers of an account. */
    static void deleteWaiting(String account) {
        MailDelivery.delete(
                "status = ?1 and subscription in (select id from Subscription where account = ?2)",
                MailDeliveryStatus.WAITING,
                account);
    }
}
