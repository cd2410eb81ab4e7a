package dev.handshake.bill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rules of costs incurred with shared images, one test per statement. */
class BillingRulesTest {

    private static final TimeRange NOVEMBER = TimeRange.ofMonth(YearMonth.of(2026, 11));
    private static final BigDecimal STORAGE = new BigDecimal("73");
    private static final String BEFORE = "2026-10-05T00:00:00Z";
    private static final String AFTER = "2026-12-05T00:00:00Z";

    @Test
    void only_the_producer_is_charged_for_storing_the_original_shared_image() {
        assertEquals("720.0000", cost(UsagePeriodFixtures.storage(10L << 30, BEFORE, AFTER)));
        assertEquals("0.0000", cost(UsagePeriodFixtures.share(10L << 30, BEFORE, AFTER)));
    }

    @Test
    void consumers_pay_neither_for_the_sharing_nor_for_using_the_share() {
        assertEquals("0.0000", cost(UsagePeriodFixtures.share(Long.MAX_VALUE, BEFORE, AFTER)));
    }

    @Test
    void a_consumer_that_starts_a_server_pays_the_normal_price_of_servers() {
        assertEquals("36.0000", cost(UsagePeriodFixtures.server(UsagePeriodFixtures.CONSUMER, "0.05", BEFORE, AFTER)));
    }

    @Test
    void a_consumer_that_takes_an_image_of_that_server_pays_the_normal_price_of_storage() {
        UsagePeriod snapshot = UsagePeriodFixtures.usage(
                UsageType.STORAGE,
                UsagePeriodFixtures.CONSUMER,
                10L << 30,
                null,
                Instant.parse(BEFORE),
                Instant.parse(AFTER));
        assertEquals("720.0000", cost(snapshot));
    }

    @Test
    void no_bill_can_have_the_storage_of_another_account_on_it() {
        assertThrows(
                IllegalArgumentException.class,
                () -> billed(UsageType.STORAGE, UsagePeriodFixtures.OWNER, UsagePeriodFixtures.CONSUMER));
        assertThrows(
                IllegalArgumentException.class,
                () -> billed(UsageType.SERVER, UsagePeriodFixtures.OWNER, UsagePeriodFixtures.CONSUMER));
        assertThrows(
                IllegalArgumentException.class,
                () -> billed(UsageType.SHARE, UsagePeriodFixtures.OWNER, UsagePeriodFixtures.OWNER));
    }

    private static UsagePeriod billed(UsageType usage, String owner, String account) {
        Instant now = Instant.parse(BEFORE);
        return new UsagePeriod(1, usage, account, owner, UUID.randomUUID(), "x", "import", 1, BigDecimal.ONE, now, now);
    }

    private static String cost(UsagePeriod usagePeriod) {
        return usagePeriod.toBillLine(NOVEMBER, STORAGE).cost().toPlainString();
    }
}
