package dev.handshake.cost;

import dev.handshake.account.Actor;
import dev.handshake.bill.BillLine;
import dev.handshake.bill.TimeRange;
import dev.handshake.bill.UsagePeriod;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/**
 * Writes a bill as CSV (RFC 4180), in batches and constant memory. No transaction is open while the client is reading.
 */
class BillCsv {

    private static final int BATCH_SIZE = 1_000;

    /** Quotes every cell, so that a spreadsheet splitting at another separator does not split a cell. */
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setQuoteMode(QuoteMode.ALL)
            .setHeader(
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
                    "currency")
            .get();

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

    void write(OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CSVPrinter rows = new CSVPrinter(text, FORMAT);
        List<UsagePeriod> piece = nextBatch(null);
        while (!piece.isEmpty()) {
            printBatch(piece, rows);
            piece = nextBatch(piece.get(piece.size() - 1));
        }
        rows.flush();
    }

    private List<UsagePeriod> nextBatch(UsagePeriod last) {
        return QuarkusTransaction.requiringNew().call(() -> usage.listAfter(last, BATCH_SIZE));
    }

    private void printBatch(List<UsagePeriod> piece, CSVPrinter rows) throws IOException {
        TimeRange used = month.period().cappedAt(month.now());
        BigDecimal storage = prices.storage(month);
        for (UsagePeriod usagePeriod : piece) {
            rows.printRecord(toRow(usagePeriod.toBillLine(used, storage)));
        }
    }

    private Object[] toRow(BillLine line) {
        UsagePeriod usagePeriod = line.usage();
        return new Object[] {
            month.value(),
            actor.region(),
            CsvCell.escape(usagePeriod.account()),
            usagePeriod.type().label(),
            usagePeriod.resourceId(),
            CsvCell.escape(usagePeriod.name()),
            CsvCell.escape(usagePeriod.resourceType()),
            CsvCell.escape(usagePeriod.owner()),
            usagePeriod.size(),
            usagePeriod.since(),
            usagePeriod.isOpen() ? "" : usagePeriod.until(),
            line.billedRange().seconds(),
            line.price().toPlainString(),
            usagePeriod.type().unit(),
            line.cost().toPlainString(),
            CsvCell.escape(prices.currency())
        };
    }
}
