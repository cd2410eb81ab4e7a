package dev.handshake.store;

import io.quarkus.arc.ClientProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Counts the pending uploads of a store, as far as the store knows them. */
public class PendingUploadCounter {

    private PendingUploadCounter() {}

    public static long count(ImageStore store) throws IOException {
        ImageStore itself = ClientProxy.unwrap(store);
        return itself instanceof FolderStore folder
                ? fileCount(folder.incomingFolder())
                : ((S3Store) itself).pendingUploads().count();
    }

    private static long fileCount(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
