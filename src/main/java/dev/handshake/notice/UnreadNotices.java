package dev.handshake.notice;

import dev.handshake.account.Waits;
import dev.handshake.web.Tally;
import jakarta.enterprise.context.ApplicationScoped;

/** The notices that nobody of the account has read. */
@ApplicationScoped
class UnreadNotices implements Waits {

    @Override
    public String kind() {
        return "notices";
    }

    @Override
    public Tally.Rows of(String account, String region) {
        return Tally.Rows.of(
                "notice where region = ? and account = ? and state = ?", region, account, NoticeState.UNREAD.name());
    }
}
