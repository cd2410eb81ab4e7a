package dev.handshake.store;

import dev.handshake.config.SettingConverters.Folder;
import dev.handshake.config.SettingConverters.PositiveSize;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.nio.file.Path;

/** Where image data is stored. */
@ConfigMapping(prefix = "handshake.images")
public interface StoreConfig {

    @WithConverter(StoreTypeConverter.class)
    StoreType store();

    /** The folder of {@link StoreType#FOLDER}. */
    @WithConverter(Folder.class)
    Path folder();

    /** Maximum size of a disk image file. */
    @WithConverter(PositiveSize.class)
    MemorySize maxSize();

    enum StoreType {
        FOLDER,
        S3
    }
}
