package dev.handshake.bill;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The costs of an account in a period, up to now. Keeps the totals, and only the most expensive lines. */
public class Bill {

    private final TimeRange elapsed;
    private final BigDecimal storagePrice;
    private final Map<UsageType, UsageTotal> usageTotals = new EnumMap<>(UsageType.class);
    private final DailyCosts dailyCosts;

    /**
     * @param now end of the bill if the period is not over
     * @param storagePrice per GiB-month
     * @param most lines to keep for each usage type
     */
    public Bill(TimeRange timeRange, Instant now, BigDecimal storagePrice, int most) {
        this.elapsed = timeRange.cappedAt(now);
        this.storagePrice = storagePrice;
        this.dailyCosts = new DailyCosts(timeRange);
        Arrays.stream(UsageType.values()).forEach(usage -> usageTotals.put(usage, new UsageTotal(most)));
    }

    public void add(UsagePeriod usagePeriod) {
        BillLine line = usagePeriod.toBillLine(elapsed, storagePrice);
        usageTotals.get(usagePeriod.type()).add(line);
        dailyCosts.add(line);
    }

    /** The sum of all lines. */
    public BigDecimal total() {
        return usageTotals.values().stream().map(UsageTotal::total).reduce(Rate.ZERO, BigDecimal::add);
    }

    public UsageTotal usageTotal(UsageType usage) {
        return usageTotals.get(usage);
    }

    public UsageTotal storage() {
        return usageTotal(UsageType.STORAGE);
    }

    public UsageTotal shares() {
        return usageTotal(UsageType.SHARE);
    }

    public UsageTotal servers() {
        return usageTotal(UsageType.SERVER);
    }

    public boolean isEmpty() {
        return usageTotals.values().stream().allMatch(usageTotal -> usageTotal.count() == 0);
    }

    /** The cost of storing {@code bytes} for a GiB-month's hours. */
    BigDecimal monthlyStorageCost(long bytes) {
        return Rate.forStorage(storagePrice, bytes).costOf(Rate.MONTH.longValueExact());
    }

    /** Every day of the period, including future ones; they add up to the total. */
    public List<DailyCost> days() {
        return dailyCosts.days();
    }
}
