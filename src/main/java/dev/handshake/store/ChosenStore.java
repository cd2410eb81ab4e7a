package dev.handshake.store;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The store that the operator chose ({@code handshake.images.store}). Nothing of the other one is loaded. */
class ChosenStore {

    enum Kind {
        FOLDER,
        S3
    }

    /** At the start, which a setting that is missing stops. */
    @Produces
    @Startup
    @ApplicationScoped
    ImageStore store(
            @ConfigProperty(name = "handshake.images.store") Kind kind,
            @ConfigProperty(name = "handshake.images.folder") Path folder,
            @ConfigProperty(name = "handshake.images.largest") MemorySize largest,
            S3Settings s3) {
        return switch (kind) {
            case FOLDER -> new FolderStore(folder);
            case S3 -> S3Store.of(s3, largest.asLongValue());
        };
    }
}
