package dev.handshake.store;

import dev.handshake.config.SettingValue;
import dev.handshake.store.StoreConfig.StoreType;
import java.util.Locale;
import org.eclipse.microprofile.config.spi.Converter;

/** The kind of store. */
public class StoreTypeConverter implements Converter<StoreType> {

    @Override
    public StoreType convert(String text) {
        return SettingValue.read(
                text, "folder or s3", name -> StoreType.valueOf(name.toUpperCase(Locale.ROOT)), type -> true);
    }
}
