package dev.handshake.bill;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** What one day costs. */
public class Day {

    private final LocalDate date;
    private final Map<Usage, BigDecimal> costs = new EnumMap<>(Usage.class);

    Day(LocalDate date) {
        this.date = date;
    }

    void add(Usage usage, BigDecimal cost) {
        costs.merge(usage, cost, BigDecimal::add);
    }

    /** In UTC. */
    public LocalDate date() {
        return date;
    }

    public BigDecimal storage() {
        return cost(Usage.STORAGE);
    }

    public BigDecimal servers() {
        return cost(Usage.SERVER);
    }

    private BigDecimal cost(Usage usage) {
        return costs.getOrDefault(usage, Rate.NOTHING);
    }

    public BigDecimal total() {
        return costs.values().stream().reduce(Rate.NOTHING, BigDecimal::add);
    }
}
