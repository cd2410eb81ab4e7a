package dev.handshake.store;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where image data is stored. */
@ConfigMapping(prefix = "handshake.images")
public interface StoreConfig {

    StoreType store();

    /** The folder of {@link StoreType#FOLDER}. */
    Path folder();

    /** Maximum size of a disk image file. */
    MemorySize maxSize();

    enum StoreType {
        FOLDER,
        S3
    }
}
