package dev.handshake.cost;

import dev.handshake.bill.Tariff;
import dev.handshake.config.SettingConverters.Text;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;

/** Prices. */
@ConfigMapping(prefix = "handshake.prices")
interface PriceConfig {

    /** Shown after every amount. */
    @WithConverter(Text.class)
    String currency();

    /** Per GiB-month of stored data; a month is 730 hours. */
    @WithConverter(TariffConverter.class)
    Tariff storage();
}
