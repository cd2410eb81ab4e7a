package dev.handshake.cost;

import dev.handshake.account.Actor;
import dev.handshake.bill.Bill;
import dev.handshake.bill.UsagePeriod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.stream.Stream;

/** Creates the bill of an account with one query, whose rows are summed up as they stream by. */
@ApplicationScoped
class BillFactory {

    /** Lines shown on the page per usage type. */
    static final int MAX_LINES = 50;

    private final PriceList prices;

    BillFactory(PriceList prices) {
        this.prices = prices;
    }

    @Transactional
    public Bill create(Actor actor, BillingMonth month) {
        Bill bill = new Bill(month.period(), month.now(), prices.storage(month), MAX_LINES);
        try (Stream<UsagePeriod> spans = new UsageQueries(actor, month).streamAll()) {
            spans.forEach(bill::add);
        }
        return bill;
    }
}
