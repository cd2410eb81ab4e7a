package dev.handshake.watch;

import dev.handshake.store.ImageStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Where image data is kept; all but uploads and downloads goes on without it. */
@ApplicationScoped
class StoreNeighbour implements Neighbour {

    private final ImageStore store;

    StoreNeighbour(ImageStore store) {
        this.store = store;
    }

    @Override
    public String name() {
        return "image store";
    }

    @Override
    public void ask() throws IOException {
        store.ask();
    }
}
