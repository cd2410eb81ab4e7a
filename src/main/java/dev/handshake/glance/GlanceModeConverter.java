package dev.handshake.glance;

import dev.handshake.config.SettingValue;
import java.util.Locale;
import org.eclipse.microprofile.config.spi.Converter;

/** A {@link GlanceMode} in lower case. */
public class GlanceModeConverter implements Converter<GlanceMode> {

    @Override
    public GlanceMode convert(String text) {
        return SettingValue.read(
                text,
                "one of the modes observe, mirror and enforce",
                value -> GlanceMode.valueOf(value.strip().toUpperCase(Locale.ROOT)),
                value -> true);
    }
}
