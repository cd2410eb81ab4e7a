package dev.handshake.cost;

import dev.handshake.bill.Tariff;
import dev.handshake.config.SettingValue;
import org.eclipse.microprofile.config.spi.Converter;

/** A price, and those that follow it. */
public class TariffConverter implements Converter<Tariff> {

    @Override
    public Tariff convert(String text) {
        return SettingValue.read(
                text, "a price such as 0.10, or several such as 0.10, 0.12 from 2027-01", Tariff::new, tariff -> true);
    }
}
