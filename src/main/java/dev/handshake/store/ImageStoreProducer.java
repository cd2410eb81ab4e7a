package dev.handshake.store;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Creates the configured store ({@code handshake.images.store}). Classes of the other one are not loaded. */
class ImageStoreProducer {

    /** Created at startup, which fails if a setting is missing. */
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
