package dev.handshake.cost;

import dev.handshake.bill.Tariff;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What this cloud charges ({@code handshake.prices}). One that cannot be read stops the start. */
@Startup
@ApplicationScoped
public class PriceList {

    private final String currency;
    private final Tariff storage;

    PriceList(
            @ConfigProperty(name = "handshake.prices.currency") String currency,
            @ConfigProperty(name = "handshake.prices.storage") String storage) {
        this.currency = currency;
        this.storage = new Tariff(storage);
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
