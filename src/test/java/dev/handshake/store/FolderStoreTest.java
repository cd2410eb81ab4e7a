package dev.handshake.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest extends ImageStoreContract {

    @TempDir
    Path folder;

    @Override
    ImageStore store() {
        return new FolderStore(folder);
    }
}
