package dev.handshake.cost;

import dev.handshake.account.Actor;
import dev.handshake.bill.Bill;
import dev.handshake.bill.UsagePeriod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.stream.Stream;

/** Makes the bill of an account: one query however much it has, whose rows are added up as they come by. */
@ApplicationScoped
class BillFactory {

    /** Lines that a page shows of each usage. */
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
