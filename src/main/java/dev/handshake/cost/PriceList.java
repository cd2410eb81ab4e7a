package dev.handshake.cost;

import dev.handshake.bill.Tariff;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;

/** The prices of this cloud ({@code handshake.prices}). */
@ApplicationScoped
public class PriceList {

    private final String currency;
    private final Tariff storage;

    PriceList(PriceConfig config) {
        this.currency = config.currency();
        this.storage = config.storage();
    }

    /** Shown after every amount. */
    public String currency() {
        return currency;
    }

    /** The storage price per GiB-month in {@code month}. */
    public BigDecimal storage(BillingMonth month) {
        return storage.priceIn(month.value());
    }
}
