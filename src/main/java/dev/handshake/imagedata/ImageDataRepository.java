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
import java.util.function.Function;
import java.util.function.LongConsumer;
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
     * Stores {@code file}, reading it to its end in constant memory, then records it in a new transaction. If either
     * step fails, the data is deleted again.
     *
     * @param arriving is called with the number of bytes received so far, and may refuse them
     * @throws RefusedException one of the {@code FILE_} reasons, {@link Reason#STORE_UNAVAILABLE}, or a refusal of
     *     {@code arriving} or {@code recording}
     */
    <T> T save(String region, InputStream file, LongConsumer arriving, Function<StoredFile, T> recording)
            throws IOException {
        return save(region, file, null, arriving, recording);
    }

    /**
     * Same for a file that may be empty.
     *
     * @param whenEmpty what an empty file is stored as; null if it is refused
     */
    <T> T save(
            String region,
            InputStream file,
            DiskImageInfo whenEmpty,
            LongConsumer arriving,
            Function<StoredFile, T> recording)
            throws IOException {
        try (ImageStore.PendingUpload pendingUpload = store.startUpload(region)) {
            StoredFile data = new HashingCopy(pendingUpload, maxSize, whenEmpty, arriving).copyAll(file);
            pendingUpload.commit();
            return recordOrDelete(region, data, recording);
        } catch (StoreUnavailableException unavailable) {
            throw toRefusal(unavailable);
        }
    }

    static RefusedException toRefusal(StoreUnavailableException unavailable) {
        LOG.error("The image store does not answer", unavailable);
        return new RefusedException(Reason.STORE_UNAVAILABLE);
    }

    /**
     * If recording fails, deletes the data, but only after checking that no row refers to it: the commit may have
     * succeeded although its outcome was lost.
     */
    private <T> T recordOrDelete(String region, StoredFile data, Function<StoredFile, T> recording) throws IOException {
        boolean recorded = false;
        try {
            T made = QuarkusTransaction.requiringNew().call(() -> {
                SuspensionLock.acquireShared(region);
                return recording.apply(data);
            });
            recorded = true;
            return made;
        } finally {
            if (!recorded) {
                deleteIfUnreferenced(region, data.key());
            }
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
        String sql = references.stream().map(DataReferences::sql).collect(Collectors.joining(" union all "));
        return QuarkusTransaction.requiringNew()
                .call(() -> new HashSet<>(Image.getEntityManager()
                        .createNativeQuery(sql, UUID.class)
                        .unwrap(NativeQuery.class)
                        .setParameter("region", region)
                        .setParameterList("data", data)
                        .getResultList()));
    }
}
