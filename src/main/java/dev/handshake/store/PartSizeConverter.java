package dev.handshake.store;

import dev.handshake.config.SettingValue;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import org.eclipse.microprofile.config.spi.Converter;

/** The size of a part of an upload; object stores take no smaller one. */
public class PartSizeConverter implements Converter<MemorySize> {

    @Override
    public MemorySize convert(String text) {
        return SettingValue.read(
                text,
                "a size in bytes of at least 5M",
                new MemorySizeConverter()::convert,
                size -> size.asLongValue() >= 5 << 20);
    }
}
