package dev.handshake.notification;

import dev.handshake.account.Actor;
import dev.handshake.lease.SkipLocked;
import dev.handshake.paging.Marker;
import dev.handshake.paging.Page;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which notices there are: for those who read them, and for who mails them. */
class NotificationQueries {

    private static final String PAGE =
            "region = ?1 and account = ?2 and (at, id) < (?3, ?4)%s order by at desc, id desc";

    private static final String MERGEABLE =
            "region = ?1 and account = ?2 and imageId = ?3 and state = ?4 and topic in ?5"
                    + " and sender = ?6 and coalesce(member, '') = ?7 order by id desc";

    /** Those of the reader's account, the newest first. */
    static Page<Notification> list(Actor reader, boolean unreadOnly, Marker after) {
        String query = PAGE.formatted(unreadOnly ? " and state = UNREAD" : "");
        List<Notification> found = Notification.<Notification>find(
                        query, reader.region(), reader.account(), after.at(), after.numericKey())
                .range(0, Page.DEFAULT_SIZE)
                .list();
        return Page.of(found, Page.DEFAULT_SIZE, Notification::marker);
    }

    /** Locked, since what it tells of may just change. */
    static Optional<Notification> lockOwn(Actor reader, long id) {
        return Notification.find("region = ?1 and account = ?2 and id = ?3", reader.region(), reader.account(), id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The one, locked, that tells of the same as {@code latest} and is in the same state, if any. */
    static Optional<Notification> lockMergeable(Notification latest) {
        if (latest.topic.mergeGroup().isEmpty()) {
            return Optional.empty();
        }
        return Notification.<Notification>find(
                        MERGEABLE,
                        latest.region,
                        latest.account,
                        latest.imageId,
                        latest.state(),
                        latest.topic.mergeGroup(),
                        latest.sender,
                        Objects.requireNonNullElse(latest.member, ""))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Every unread one of the reader's account, from {@code newest} on back, is read. */
    static void markRead(Actor reader, Marker newest) {
        Notification.update(
                "state = READ where region = ?1 and account = ?2 and state = UNREAD and (at, id) <= (?3, ?4)",
                reader.region(),
                reader.account(),
                newest.at(),
                newest.numericKey());
    }

    /** Some of one region, the oldest first. */
    static List<Notification> findByIds(String region, Collection<Long> ids) {
        return Notification.list("region = ?1 and id in ?2 order by at, id", region, ids);
    }

    /** Those of which it is still to be written down to whom they go by mail, locked. */
    static List<Notification> lockMailDue(Instant now, int most) {
        return SkipLocked.on(Notification.<Notification>find("mailDueAt <= ?1 order by mailDueAt", now))
                .range(0, most - 1)
                .list();
    }
}
