package dev.handshake.outbound;

import dev.handshake.config.SettingValue;
import org.eclipse.microprofile.config.spi.Converter;

/** A network in CIDR notation. */
public class CidrBlockConverter implements Converter<CidrBlock> {

    @Override
    public CidrBlock convert(String text) {
        return SettingValue.read(text, "a network such as 10.20.0.0/16", CidrBlock::new, network -> true);
    }
}
