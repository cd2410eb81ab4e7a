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

/** A look into the image store, behind the portal's back. */
@ApplicationScoped
public class StoreInspector {

    private static final Instant LATER = Instant.parse("9999-01-01T00:00:00Z");

    private final ImageStore store;

    StoreInspector(ImageStore store) {
        this.store = store;
    }

    /** Where the data of an image of DFW is; what it is under outlives the image. */
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

    /** Takes data away as a broken disk would. */
    public void delete(UUID key) throws IOException {
        store.delete("DFW", key);
    }

    /** Puts other data where an image's is. */
    public void replaceData(UUID image, byte[] data) throws IOException {
        try (ImageStore.PendingUpload pendingUpload = store.startUpload("DFW")) {
            pendingUpload.write(data);
            pendingUpload.commit();
            QuarkusTransaction.requiringNew()
                    .run(() -> Image.update("dataKey = ?1 where id = ?2", pendingUpload.key, image));
        }
    }

    /** How many pieces of data there are in DFW, kept or on their way in. */
    public long totalCount() {
        try {
            return storedCount() + PendingUploadCounter.count(store);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** How many are kept. */
    public long storedCount() {
        try (Stream<UUID> kept = store.listOlderThan("DFW", LATER)) {
            return kept.count();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
