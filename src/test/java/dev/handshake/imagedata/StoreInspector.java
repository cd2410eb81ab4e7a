package dev.handshake.imagedata;

import dev.handshake.image.Image;
import dev.handshake.store.ImageStore;
import dev.handshake.store.PendingUploadCounter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/** Direct access to the image store. */
@ApplicationScoped
public class StoreInspector {

    private static final Instant LATER = Instant.parse("9999-01-01T00:00:00Z");

    private final ImageStore store;

    StoreInspector(ImageStore store) {
        this.store = store;
    }

    /** The key of an image's data in DFW; remains valid after the image is deleted. */
    public UUID dataKey(UUID image) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Image.<Image>findById(new Image.Key("DFW", image)).dataKey());
    }

    public byte[] read(UUID image) throws IOException {
        try (InputStream data = store.openStream("DFW", dataKey(image), 0)) {
            return data.readAllBytes();
        }
    }

    public boolean contains(UUID key) {
        try (Stream<UUID> kept = store.listOlderThan("DFW", LATER)) {
            return kept.anyMatch(key::equals);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Deletes data, as a disk failure would. */
    public void delete(UUID key) throws IOException {
        store.delete("DFW", key);
    }

    /** Replaces an image's data. */
    public void replaceData(UUID image, byte[] data) throws IOException {
        try (ImageStore.PendingUpload pendingUpload = store.startUpload("DFW")) {
            pendingUpload.write(data);
            pendingUpload.commit();
            QuarkusTransaction.requiringNew()
                    .run(() -> Image.update("dataKey = ?1 where id = ?2", pendingUpload.key, image));
        }
    }

    /** The number of stored and pending data in DFW. */
    public long totalCount() {
        try {
            return storedCount() + PendingUploadCounter.count(store);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The number of stored data in DFW. */
    public long storedCount() {
        try (Stream<UUID> kept = store.listOlderThan("DFW", LATER)) {
            return kept.count();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
