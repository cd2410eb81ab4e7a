package dev.handshake.imagedata;

import dev.handshake.disk.DiskImageInfo;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.image.DataReleased;
import dev.handshake.image.Image;
import dev.handshake.image.ImageDeleted;
import dev.handshake.image.StoredFile;
import dev.handshake.image.SuspensionLock;
import dev.handshake.store.ImageStore;
import dev.handshake.store.StoreConfig;
import dev.handshake.store.StoreUnavailableException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;
import org.jboss.logging.Logger;

/**
 * Keeps the store and the database consistent: data is stored completely before the row that refers to it is written.
 */
@ApplicationScoped
class ImageDataRepository {

    private static final Logger LOG = Logger.getLogger(ImageDataRepository.class);

    private final ImageStore store;
    private final Instance<DataReferences> references;
    private final long maxSize;

    ImageDataRepository(ImageStore store, Instance<DataReferences> references, StoreConfig config) {
        this.store = store;
        this.references = references;
        this.maxSize = config.maxSize().asLongValue();
    }

    /** The maximum size of a file in bytes. */
    long maxSize() {
        return maxSize;
    }

    /**
     * Stores {@code file}, reading it to its end in constant memory. To be followed by {@link #record}: until then no
     * row refers to the data.
     *
     * @param arriving is called with the number of bytes received so far, and may refuse them
     * @throws RefusedException one of the {@code FILE_} reasons, {@link Reason#STORE_UNAVAILABLE}, or a refusal of
     *     {@code arriving}; then nothing is kept
     */
    StoredFile store(String region, InputStream file, LongConsumer arriving) throws IOException {
        return store(region, file, null, arriving);
    }

    /**
     * Same for a file that may be empty.
     *
     * @param whenEmpty what an empty file is stored as; null if it is refused
     */
    StoredFile store(String region, InputStream file, DiskImageInfo whenEmpty, LongConsumer arriving)
            throws IOException {
        try (ImageStore.PendingUpload pendingUpload = store.startUpload(region)) {
            StoredFile data = new HashingCopy(pendingUpload, maxSize, whenEmpty, arriving).copyAll(file);
            pendingUpload.commit();
            return data;
        } catch (StoreUnavailableException unavailable) {
            throw toRefusal(unavailable);
        }
    }

    /** Opens data that was stored and not recorded yet. */
    InputStream open(String region, UUID data) throws IOException {
        return store.openStream(region, data, 0);
    }

    static RefusedException toRefusal(StoreUnavailableException unavailable) {
        LOG.error("The image store does not answer", unavailable);
        return new RefusedException(Reason.STORE_UNAVAILABLE);
    }

    /**
     * Runs {@code recording}, which makes a row refer to the data, in a new transaction. If it fails, deletes the data,
     * but only after checking that no row refers to it: the commit may have succeeded although its outcome was lost.
     *
     * @throws RefusedException a refusal of {@code recording}, or {@link Reason#STORE_UNAVAILABLE}
     */
    Image record(String region, StoredFile data, Supplier<Image> recording) throws IOException {
        boolean recorded = false;
        try {
            Image image = QuarkusTransaction.requiringNew().call(() -> {
                SuspensionLock.acquireShared(region);
                return recording.get();
            });
            recorded = true;
            return image;
        } finally {
            if (!recorded) {
                deleteUnrecorded(region, data);
            }
        }
    }

    private void deleteUnrecorded(String region, StoredFile data) throws IOException {
        try {
            deleteIfUnreferenced(region, data.key());
        } catch (StoreUnavailableException away) {
            throw toRefusal(away);
        }
    }

    /** Releases the data of a deleted image. If that fails, the image stays deleted. */
    void onImageDeleted(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImageDeleted deleted) {
        onDataReleased(new DataReleased(deleted.image().region, deleted.image().dataKey()));
    }

    /** Deletes data that was released. If that fails, {@link OrphanedDataCleanup} deletes it later. */
    void onDataReleased(@Observes(during = TransactionPhase.AFTER_SUCCESS) DataReleased data) {
        try {
            deleteIfUnreferenced(data.region(), data.key());
        } catch (IOException failed) {
            LOG.errorf(failed, "The data %s/%s, which nothing uses, is still in the store", data.region(), data.key());
        }
    }

    /** Deletes the data unless something references it. */
    void deleteIfUnreferenced(String region, UUID data) throws IOException {
        if (findReferenced(region, List.of(data)).isEmpty()) {
            store.delete(region, data);
        }
    }

    /** Returns those of {@code data} that are referenced. */
    Set<UUID> findReferenced(String region, Collection<UUID> data) {
        String used = references.stream().map(DataReferences::sql).collect(Collectors.joining(" union all "));
        String sql = "select used.data from (" + used + ") used (data)";
        return QuarkusTransaction.requiringNew()
                .call(() -> new HashSet<>(Image.getEntityManager()
                        .createNativeQuery(sql)
                        .unwrap(NativeQuery.class)
                        .addScalar("data", UUID.class)
                        .setParameter("region", region)
                        .setParameterList("data", data)
                        .getResultList()));
    }
}
