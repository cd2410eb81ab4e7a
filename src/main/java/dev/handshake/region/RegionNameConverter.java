package dev.handshake.region;

import dev.handshake.config.SettingValue;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.config.spi.Converter;

/** A region stands in URLs as it is. */
public class RegionNameConverter implements Converter<String> {

    /** Other addresses of the portal that begin where a region would stand. */
    private static final Set<String> RESERVED_NAMES =
            Set.of("account", "login", "logout", "signed-out", "unsubscriptions", "q", "webjars");

    @Override
    public String convert(String text) {
        return SettingValue.read(
                text,
                "a name of letters, digits, dots, dashes and underscores that is no other address of the portal",
                Function.identity(),
                RegionNameConverter::isUsableInUrl);
    }

    private static boolean isUsableInUrl(String region) {
        return region.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
                && !RESERVED_NAMES.contains(region)
                && !region.matches("versions|v[0-9]+(\\.[0-9]+)?");
    }
}
