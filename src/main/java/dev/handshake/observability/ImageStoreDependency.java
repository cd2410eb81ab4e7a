package dev.handshake.observability;

import dev.handshake.store.ImageStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Where image data is kept; all but uploads and downloads goes on without it. */
@ApplicationScoped
class ImageStoreDependency implements Dependency {

    private final ImageStore store;

    ImageStoreDependency(ImageStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "image store";
    }

    @Override
    public void ping() throws IOException {
        store.ping();
    }
}
