package dev.handshake.cost;

import dev.handshake.bill.Tariff;
import io.smallrye.config.ConfigMapping;

/** Prices. */
@ConfigMapping(prefix = "handshake.prices")
interface PriceConfig {

    /** Shown after every amount. */
    String currency();

    /** Per GiB-hour of stored data. */
    Tariff storage();
}
