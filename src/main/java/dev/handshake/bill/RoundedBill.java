package dev.handshake.bill;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A bill as a page shows it, in cents: the rows of each table add up to its total, and the tables to the bill's. */
public class RoundedBill {

    /** A {@link BillLine} with its cost as shown. */
    public record Line(BillLine exact, Amount cost) {

        public UsagePeriod usage() {
            return exact.usage();
        }
    }

    /**
     * The lines of one {@link UsageType}.
     *
     * @param lines the most expensive ones
     * @param omittedCount how many lines are not in {@code lines}
     * @param omitted what they cost together
     */
    public record Section(long count, Amount total, List<Line> lines, long omittedCount, Amount omitted) {}

    /** A day, or all days, in two columns and their sum. */
    public record Day(LocalDate date, Amount storage, Amount servers) {

        public Amount total() {
            return new Amount(
                    storage.exact().add(servers.exact()), storage.cents().add(servers.cents()));
        }
    }

    private final Bill bill;
    private final Amount total;
    private final Map<UsageType, Section> sections = new EnumMap<>(UsageType.class);

    public RoundedBill(Bill bill) {
        this.bill = bill;
        this.total = Amount.of(bill.total());
        List<UsageType> types = List.of(UsageType.values());
        List<Amount> totals = Amount.split(
                total, types.stream().map(type -> bill.usageTotal(type).total()).toList());
        IntStream.range(0, types.size())
                .forEach(place ->
                        sections.put(types.get(place), section(bill.usageTotal(types.get(place)), totals.get(place))));
    }

    private static Section section(UsageTotal usage, Amount total) {
        List<BillLine> lines = usage.lines();
        List<BigDecimal> costs =
                new ArrayList<>(lines.stream().map(BillLine::cost).toList());
        costs.add(usage.total().subtract(Amount.sum(costs)));
        List<Amount> amounts = Amount.split(total, costs);
        List<Line> shown = IntStream.range(0, lines.size())
                .mapToObj(place -> new Line(lines.get(place), amounts.get(place)))
                .toList();
        return new Section(usage.count(), total, shown, usage.omittedCount(), amounts.get(lines.size()));
    }

    public boolean isEmpty() {
        return bill.isEmpty();
    }

    /** Whether storage and servers are shown apart, since there are servers. */
    public boolean isSplit() {
        return servers().count() > 0;
    }

    public Amount total() {
        return total;
    }

    public Section storage() {
        return sections.get(UsageType.STORAGE);
    }

    public Section shares() {
        return sections.get(UsageType.SHARE);
    }

    public Section servers() {
        return sections.get(UsageType.SERVER);
    }

    /** Every day of the period, including future ones; each column adds up to its section. */
    public List<Day> days() {
        List<DailyCost> days = bill.days();
        List<Amount> storage = Amount.split(
                storage().total(), days.stream().map(DailyCost::storage).toList());
        List<Amount> servers = Amount.split(
                servers().total(), days.stream().map(DailyCost::servers).toList());
        return IntStream.range(0, days.size())
                .mapToObj(place -> new Day(days.get(place).date(), storage.get(place), servers.get(place)))
                .toList();
    }

    /** The cost of storing {@code bytes} for a month. */
    public Amount monthlyStorageCost(long bytes) {
        return Amount.of(bill.monthlyStorageCost(bytes));
    }
}
