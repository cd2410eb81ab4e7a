package dev.handshake.cost;

import dev.handshake.bill.Tariff;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;

/** What this cloud charges ({@code handshake.prices}). */
@ApplicationScoped
public class PriceList {

    private final String currency;
    private final Tariff storage;

    PriceList(PriceConfig config) {
        this.currency = config.currency();
        this.storage = config.storage();
    }

    /** The word behind every amount. */
    public String currency() {
        return currency;
    }

    /** Of a GiB and hour in the store, in {@code month}. */
    public BigDecimal storage(BillingMonth month) {
        return storage.priceIn(month.value());
    }
}
