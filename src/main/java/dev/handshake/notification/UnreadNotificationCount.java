package dev.handshake.notification;

import dev.handshake.account.PendingCount;
import dev.handshake.paging.CappedCounts;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts the account's unread notifications. */
@ApplicationScoped
class UnreadNotificationCount implements PendingCount {

    @Override
    public String kind() {
        return "notifications";
    }

    @Override
    public CappedCounts.CountQuery query(String account, String region) {
        return CappedCounts.CountQuery.of(
                "notice where region = ? and account = ? and state = ?",
                region,
                account,
                Notification.State.UNREAD.name());
    }
}
