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

/** Queries for notifications, for pages and for mail. */
class NotificationQueries {

    private static final String PAGE =
            "region = ?1 and account = ?2 and (at, id) < (?3, ?4)%s order by at desc, id desc";

    private static final String MERGEABLE =
            "region = ?1 and account = ?2 and imageId = ?3 and state = ?4 and topic in ?5"
                    + " and sender = ?6 and coalesce(member, '') = ?7 order by id desc";

    /** A page of the account's notifications, newest first. */
    static Page<Notification> list(Actor reader, boolean unreadOnly, Marker after) {
        String query = PAGE.formatted(unreadOnly ? " and state = UNREAD" : "");
        List<Notification> found = Notification.<Notification>find(
                        query, reader.region(), reader.account(), after.at(), after.numericKey())
                .range(0, Page.DEFAULT_SIZE)
                .list();
        return Page.of(found, Page.DEFAULT_SIZE, Notification::marker);
    }

    /** Locked, since a concurrent event may be merging into it. */
    static Optional<Notification> lockOwn(Actor reader, long id) {
        return Notification.find("region = ?1 and account = ?2 and id = ?3", reader.region(), reader.account(), id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** Locks the notification that {@code latest} can be merged into: about the same thing and in the same state. */
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

    /** Marks all unread notifications of the account up to {@code newest} as read. */
    static void markRead(Actor reader, Marker newest) {
        Notification.update(
                "state = READ where region = ?1 and account = ?2 and state = UNREAD and (at, id) <= (?3, ?4)",
                reader.region(),
                reader.account(),
                newest.at(),
                newest.numericKey());
    }

    /** Notifications of one region by id, oldest first. */
    static List<Notification> findByIds(String region, Collection<Long> ids) {
        return Notification.list("region = ?1 and id in ?2 order by at, id", region, ids);
    }

    /** Locks notifications whose mail deliveries are to be created. */
    static List<Notification> lockMailDue(Instant now, int most) {
        return SkipLocked.on(Notification.<Notification>find("mailDueAt <= ?1 order by mailDueAt", now))
                .range(0, most - 1)
                .list();
    }
}
