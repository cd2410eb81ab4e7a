package dev.handshake.abuse;

import dev.handshake.account.PendingCount;
import dev.handshake.account.User;
import dev.handshake.paging.CappedCounts;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts the open abuse reports of a region, for operators. */
@ApplicationScoped
class OpenReportCount implements PendingCount {

    @Override
    public String kind() {
        return "abuse-reports";
    }

    @Override
    public boolean isFor(User user) {
        return user.isOperator();
    }

    @Override
    public CappedCounts.CountQuery query(String account, String region) {
        return CappedCounts.CountQuery.of(
                "report where region = ? and status = ?", region, AbuseReport.Status.OPEN.name());
    }
}
