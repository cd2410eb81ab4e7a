package dev.handshake.observability;

import dev.handshake.store.ImageStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** The image store; without it everything but uploads and downloads works. */
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
