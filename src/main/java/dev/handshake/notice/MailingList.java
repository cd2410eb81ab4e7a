package dev.handshake.notice;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which mailings there are, for {@link Outbox} and for those who are told what went wrong with them. */
class MailingList {

    /** Where something is due, longest first. */
    static List<UUID> due(Instant now, int most) {
        return Mailing.getEntityManager()
                .createQuery(
                        "select subscription from Mailing where status in ?1 and dueAt <= ?2"
                                + " group by subscription order by min(dueAt)",
                        UUID.class)
                .setParameter(1, MailingStatus.DUE)
                .setParameter(2, now)
                .setMaxResults(most)
                .getResultList();
    }

    /** What is due to one address, locked, longest first. */
    static List<Mailing> due(UUID subscription, Instant now, int most) {
        return Mailing.<Mailing>find(
                        "subscription = ?1 and status in ?2 and dueAt <= ?3 order by dueAt, noticeId",
                        subscription,
                        MailingStatus.DUE,
                        now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .range(0, most - 1)
                .list();
    }

    /** All that go in one mail, locked. */
    static List<Mailing> in(UUID message) {
        return Mailing.<Mailing>find("message = ?1 order by noticeId", message)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those of some notices that did not go out yet, whatever holds them up. */
    static Set<Mailing.Key> of(Collection<Notice> notices) {
        Set<String> regions = notices.stream().map(each -> each.region).collect(Collectors.toSet());
        Set<Long> ids = notices.stream().map(each -> each.id).collect(Collectors.toSet());
        return Mailing.<Mailing>list("region in ?1 and noticeId in ?2", regions, ids).stream()
                .map(Mailing::key)
                .collect(Collectors.toSet());
    }

    /** What went wrong with the mails of some notices. */
    static List<Mailing> amiss(String region, Collection<Long> notices) {
        return Mailing.list("region = ?1 and noticeId in ?2 and status in ?3", region, notices, MailingStatus.AMISS);
    }

    /** Those of which nobody has said for too long how the handing over ended. */
    static List<Mailing> unanswered(Instant now, int most) {
        return Mailing.<Mailing>find("status = ?1 and dueAt <= ?2 order by dueAt", MailingStatus.SENDING, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .range(0, most - 1)
                .list();
    }

    /** What still waits to go to the people of an account does not go. */
    static void drop(String account) {
        Mailing.delete(
                "status = ?1 and subscription in (select id from Subscription where account = ?2)",
                MailingStatus.WAITING,
                account);
    }
}
