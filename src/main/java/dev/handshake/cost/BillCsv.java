package dev.handshake.cost;

import dev.handshake.account.Actor;
import dev.handshake.bill.BillLine;
import dev.handshake.bill.TimeRange;
import dev.handshake.bill.UsagePeriod;
import dev.handshake.csv.CsvFile;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** The lines of a bill as CSV. */
class BillCsv {

    private static final List<String> HEADER = List.of(
            "month",
            "region",
            "account",
            "usage",
            "id",
            "name",
            "what",
            "storage_paid_by",
            "size_bytes",
            "since",
            "until",
            "seconds",
            "price",
            "price_per",
            "cost",
            "currency");

    private final Actor actor;
    private final BillingMonth month;
    private final PriceList prices;
    private final UsageQueries usage;

    BillCsv(Actor actor, BillingMonth month, PriceList prices) {
        this.actor = actor;
        this.month = month;
        this.prices = prices;
        this.usage = new UsageQueries(actor, month);
    }

    Response download() {
        return CsvFile.download("costs-%s-%s".formatted(actor.region(), month.value()), HEADER, null, this::batch);
    }

    private CsvFile.Batch<UsagePeriod> batch(UsagePeriod last) {
        TimeRange used = month.period().cappedAt(month.now());
        BigDecimal storage = prices.storage(month);
        List<UsagePeriod> found = usage.listAfter(last, CsvFile.BATCH_SIZE);
        return new CsvFile.Batch<>(
                found.stream()
                        .map(each -> toRow(each.toBillLine(used, storage)))
                        .toList(),
                found.size() < CsvFile.BATCH_SIZE ? null : found.get(found.size() - 1));
    }

    private List<Object> toRow(BillLine line) {
        UsagePeriod usagePeriod = line.usage();
        return Arrays.<Object>asList(
                month.value(),
                actor.region(),
                usagePeriod.account(),
                usagePeriod.type().label(),
                usagePeriod.resourceId(),
                usagePeriod.name(),
                usagePeriod.resourceType(),
                usagePeriod.owner(),
                usagePeriod.size(),
                usagePeriod.since(),
                usagePeriod.isOpen() ? "" : usagePeriod.until(),
                line.billedRange().seconds(),
                line.price().toPlainString(),
                usagePeriod.type().unit(),
                line.cost().toPlainString(),
                prices.currency());
    }
}
