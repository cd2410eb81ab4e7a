package dev.handshake.cost;

import dev.handshake.bill.Tariff;
import dev.handshake.config.SettingValue;
import org.eclipse.microprofile.config.spi.Converter;

/** A price, and those that follow it. */
public class TariffConverter implements Converter<Tariff> {

    @Override
    public Tariff convert(String text) {
        return SettingValue.read(
                text,
                "a price such as 0.00014, or several such as 0.00014, 0.00016 from 2027-01",
                Tariff::new,
                tariff -> true);
    }
}
