package dev.handshake.image;

import dev.handshake.disk.DiskFacts;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import dev.handshake.store.ImageStore;
import dev.handshake.store.StoreAway;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.configuration.MemorySize;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.query.NativeQuery;
import org.jboss.logging.Logger;

/** The data in the store and the rows that name it, kept true to each other: first the data, whole; then its row. */
@ApplicationScoped
class Stored {

    private static final Logger LOG = Logger.getLogger(Stored.class);

    private final ImageStore store;
    private final Instance<DataUse> uses;
    private final long largest;

    Stored(
            ImageStore store,
            Instance<DataUse> uses,
            @ConfigProperty(name = "handshake.images.largest") MemorySize largest) {
        this.store = store;
        this.uses = uses;
        this.largest = largest.asLongValue();
    }

    /** Bytes that one file may have. */
    long largest() {
        return largest;
    }

    /**
     * Stores {@code file}, read to its end in constant memory, and then records it in a transaction of its own. Where
     * either fails nothing is left of it.
     *
     * @param arriving is told how many bytes came so far, and may refuse them
     * @throws RefusedException one of the {@code FILE_} reasons, {@link Reason#STORE_UNAVAILABLE}, or what
     *     {@code arriving} or {@code recording} refuses
     */
    <T> T keep(String region, InputStream file, LongConsumer arriving, Function<ImageData, T> recording)
            throws IOException {
        return keep(region, file, null, arriving, recording);
    }

    /**
     * The same for a file that may be empty.
     *
     * @param whenEmpty what it is then; null where it is refused
     */
    <T> T keep(
            String region,
            InputStream file,
            DiskFacts whenEmpty,
            LongConsumer arriving,
            Function<ImageData, T> recording)
            throws IOException {
        try (ImageStore.Draft draft = store.draft(region)) {
            ImageData data = new Copying(draft, largest, whenEmpty, arriving).all(file);
            draft.keep();
            return recordOrForget(region, data, recording);
        } catch (StoreAway away) {
            throw refused(away);
        }
    }

    static RefusedException refused(StoreAway away) {
        LOG.error("The image store does not answer", away);
        return new RefusedException(Reason.STORE_UNAVAILABLE);
    }

    /** Where recording fails the data goes too, but only once it is certain that no row names it. */
    private <T> T recordOrForget(String region, ImageData data, Function<ImageData, T> recording) throws IOException {
        boolean recorded = false;
        try {
            T made = QuarkusTransaction.requiringNew().call(() -> {
                SuspensionLock.arriving(region);
                return recording.apply(data);
            });
            recorded = true;
            return made;
        } finally {
            if (!recorded) {
                forget(region, data.key());
            }
        }
    }

    /** An image is deleted for good; its data may go. Where that fails the image stays deleted. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) Image deleted) {
        forget(new Released(deleted.region, deleted.dataKey()));
    }

    /** Whoever had the data needs it no more. Where taking it away fails, {@link Sweeping} does it later. */
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) Released data) {
        try {
            forget(data.region(), data.key());
        } catch (IOException stays) {
            LOG.errorf(stays, "The data %s/%s, which nothing uses, is still in the store", data.region(), data.key());
        }
    }

    /** Takes the data away, unless something uses it. */
    void forget(String region, UUID data) throws IOException {
        if (used(region, List.of(data)).isEmpty()) {
            store.remove(region, data);
        }
    }

    /** Those of {@code data} that something uses. */
    Set<UUID> used(String region, Collection<UUID> data) {
        String sql = uses.stream().map(DataUse::sql).collect(Collectors.joining(" union all "));
        return QuarkusTransaction.requiringNew()
                .call(() -> new HashSet<>(Image.getEntityManager()
                        .createNativeQuery(sql, UUID.class)
                        .unwrap(NativeQuery.class)
                        .setParameter("region", region)
                        .setParameterList("data", data)
                        .getResultList()));
    }
}
