package dev.handshake.store;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** The store that the operator chose ({@code handshake.images.store}). Nothing of the other one is loaded. */
class ImageStoreProducer {

    /** At the start, which a setting that is missing stops. */
    @Produces
    @Startup
    @ApplicationScoped
    ImageStore imageStore(StoreConfig config, S3Config s3) {
        return switch (config.store()) {
            case FOLDER -> new FolderStore(config.folder());
            case S3 -> S3Store.create(s3, config.maxSize().asLongValue());
        };
    }
}
