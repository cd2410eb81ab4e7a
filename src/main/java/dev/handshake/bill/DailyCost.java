package dev.handshake.bill;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** The costs of one day. */
public class DailyCost {

    private final LocalDate date;
    private final Map<UsageType, BigDecimal> costs = new EnumMap<>(UsageType.class);

    DailyCost(LocalDate date) {
        this.date = date;
    }

    void add(UsageType usage, BigDecimal cost) {
        costs.merge(usage, cost, BigDecimal::add);
    }

    /** In UTC. */
    public LocalDate date() {
        return date;
    }

    public BigDecimal storage() {
        return cost(UsageType.STORAGE);
    }

    public BigDecimal servers() {
        return cost(UsageType.SERVER);
    }

    private BigDecimal cost(UsageType usage) {
        return costs.getOrDefault(usage, Rate.ZERO);
    }

    public BigDecimal total() {
        return costs.values().stream().reduce(Rate.ZERO, BigDecimal::add);
    }
}
