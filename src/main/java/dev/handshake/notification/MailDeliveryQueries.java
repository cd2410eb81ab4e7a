package dev.handshake.notification;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which mailings there are, for {@link Outbox} and for those who are told what went wrong with them. */
class MailDeliveryQueries {

    /** Where something is due, longest first. */
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

    /** What is due to one address, locked, longest first. */
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

    /** All that go in one mail, locked. */
    static List<MailDelivery> lockByMessage(UUID message) {
        return MailDelivery.<MailDelivery>find("message = ?1 order by notificationId", message)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those of some notices that did not go out yet, whatever holds them up. */
    static Set<MailDelivery.Key> findKeys(Collection<Notification> notices) {
        Set<String> regions = notices.stream().map(each -> each.region).collect(Collectors.toSet());
        Set<Long> ids = notices.stream().map(each -> each.id).collect(Collectors.toSet());
        return MailDelivery.<MailDelivery>list("region in ?1 and notificationId in ?2", regions, ids).stream()
                .map(MailDelivery::key)
                .collect(Collectors.toSet());
    }

    /** What went wrong with the mails of some notices. */
    static List<MailDelivery> findProblems(String region, Collection<Long> notices) {
        return MailDelivery.list(
                "region = ?1 and notificationId in ?2 and status in ?3", region, notices, MailDeliveryStatus.PROBLEMS);
    }

    /** Those of which nobody has said for too long how the handing over ended. */
    static List<MailDelivery> lockUnanswered(Instant now, int most) {
        return MailDelivery.<MailDelivery>find(
                        "status = ?1 and lease.until <= ?2 order by lease.until", MailDeliveryStatus.SENDING, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .range(0, most - 1)
                .list();
    }

    /** What still waits to go to the people of an account does not go. */
    static void deleteWaiting(String account) {
        MailDelivery.delete(
                "status = ?1 and subscription in (select id from Subscription where account = ?2)",
                MailDeliveryStatus.WAITING,
                account);
    }
}
