package dev.handshake.cost;

import dev.handshake.account.Actor;
import dev.handshake.bill.Bill;
import dev.handshake.bill.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.stream.Stream;

/** Makes the bill of an account: one query however much it has, whose rows are added up as they come by. */
@ApplicationScoped
class Bills {

    /** Lines that a page shows of each usage. */
    static final int MOST = 50;

    private final PriceList prices;

    Bills(PriceList prices) {
        this.prices = prices;
    }

    @Transactional
    public Bill of(Actor actor, Month month) {
        Bill bill = new Bill(month.period(), month.now(), prices.storage(month), MOST);
        try (Stream<Span> spans = new Spans(actor, month).all()) {
            spans.forEach(bill::add);
        }
        return bill;
    }
}
