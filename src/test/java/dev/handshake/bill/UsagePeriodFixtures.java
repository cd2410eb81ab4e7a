package dev.handshake.bill;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** Usage periods for tests: 100200 owns the images, 300400 is its consumer. */
class UsagePeriodFixtures {

    static final String OWNER = "100200";
    static final String CONSUMER = "300400";

    static UsagePeriod storage(long bytes, String since, String until) {
        return usage(UsageType.STORAGE, OWNER, bytes, null, Instant.parse(since), Instant.parse(until));
    }

    static UsagePeriod share(long bytes, String since, String until) {
        return usage(UsageType.SHARE, CONSUMER, bytes, null, Instant.parse(since), Instant.parse(until));
    }

    static UsagePeriod server(String account, String hourly, String since, String until) {
        return new UsagePeriod(
                1,
                UsageType.SERVER,
                account,
                account,
                UUID.randomUUID(),
                "web",
                "small",
                0,
                new BigDecimal(hourly),
                Instant.parse(since),
                Instant.parse(until));
    }

    static UsagePeriod usage(
            UsageType usage, String account, long bytes, BigDecimal price, Instant since, Instant until) {
        String owner = usage == UsageType.SHARE ? OWNER : account;
        return new UsagePeriod(
                1, usage, account, owner, UUID.randomUUID(), "golden", "import", bytes, price, since, until);
    }
}
