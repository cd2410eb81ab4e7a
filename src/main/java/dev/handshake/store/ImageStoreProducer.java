package dev.handshake.store;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The store that the operator chose ({@code handshake.images.store}). Nothing of the other one is loaded. */
class ImageStoreProducer {

    enum StoreType {
        FOLDER,
        S3
    }

    /** At the start, which a setting that is missing stops. */
    @Produces
    @Startup
    @ApplicationScoped
    ImageStore imageStore(
            @ConfigProperty(name = "handshake.images.store") StoreType storeType,
            @ConfigProperty(name = "handshake.images.folder") Path folder,
            @ConfigProperty(name = "handshake.images.max-size") MemorySize largest,
            S3Config s3) {
        return switch (storeType) {
            case FOLDER -> new FolderStore(folder);
            case S3 -> S3Store.create(s3, largest.asLongValue());
        };
    }
}
