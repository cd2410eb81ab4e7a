package dev.handshake.keystone;

import dev.handshake.config.SettingValue;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.spi.Converter;

/** A kind of endpoint in Keystone's catalog. */
public class InterfaceConverter implements Converter<String> {

    private static final Set<String> INTERFACES = Set.of("public", "internal", "admin");

    @Override
    public String convert(String text) {
        return SettingValue.read(text, "public, internal or admin", Function.identity(), INTERFACES::contains);
    }
}
