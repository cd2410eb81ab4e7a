package dev.handshake.cost;

import dev.handshake.account.Actor;
import dev.handshake.bill.Line;
import dev.handshake.bill.Period;
import dev.handshake.bill.Span;
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
 * A bill as a table of comma-separated values (RFC 4180), written piece by piece in constant memory. No transaction is
 * open while the reader takes its time.
 */
class Sheet {

    private static final int PIECE = 1_000;

    /** Everything in quotes, so that a spreadsheet which cuts at another sign finds no cell within a cell. */
    private static final CSVFormat RFC_4180 = CSVFormat.RFC4180
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
    private final Month month;
    private final PriceList prices;
    private final Spans spans;

    Sheet(Actor actor, Month month, PriceList prices) {
        this.actor = actor;
        this.month = month;
        this.prices = prices;
        this.spans = new Spans(actor, month);
    }

    void write(OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CSVPrinter rows = new CSVPrinter(text, RFC_4180);
        List<Span> piece = after(null);
        while (!piece.isEmpty()) {
            write(piece, rows);
            piece = after(piece.get(piece.size() - 1));
        }
        rows.flush();
    }

    private List<Span> after(Span last) {
        return QuarkusTransaction.requiringNew().call(() -> spans.after(last, PIECE));
    }

    private void write(List<Span> piece, CSVPrinter rows) throws IOException {
        Period used = month.period().until(month.now());
        BigDecimal storage = prices.storage(month);
        for (Span span : piece) {
            rows.printRecord(cells(span.in(used, storage)));
        }
    }

    private Object[] cells(Line line) {
        Span span = line.span();
        return new Object[] {
            month.value(),
            actor.region(),
            Cell.text(span.account()),
            span.usage().word(),
            span.thing(),
            Cell.text(span.name()),
            Cell.text(span.what()),
            Cell.text(span.owner()),
            span.size(),
            span.since(),
            span.isOpen() ? "" : span.until(),
            line.used().seconds(),
            line.price().toPlainString(),
            span.usage().unit(),
            line.cost().toPlainString(),
            Cell.text(prices.currency())
        };
    }
}
