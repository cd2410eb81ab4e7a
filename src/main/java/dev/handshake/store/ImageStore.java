package dev.handshake.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Stores image data by region and key. Data is either complete or absent, and never changes.
 *
 * <p>Failures are {@link IOException}s; {@link StoreUnavailableException} if a remote store does not respond.
 */
public interface ImageStore {

    /**
     * Starts storing data under a new unique key, so that attempts never conflict. The data is not readable until
     * committed; closing without commit discards it.
     */
    PendingUpload startUpload(String region) throws IOException;

    /**
     * @param from byte offset to start at, at most the size
     * @throws java.nio.file.NoSuchFileException if there is no such data
     */
    InputStream openStream(String region, UUID data, long from) throws IOException;

    /** Deletes the data if it exists. */
    void delete(String region, UUID data) throws IOException;

    /** The keys of all data stored before {@code time}. The caller must close the stream. */
    Stream<UUID> listOlderThan(String region, Instant time) throws IOException;

    /** Quickly checks that the store responds and accepts data. */
    void ping() throws IOException;

    /** Discards uploads started before {@code time} and never committed, because their process died. */
    void deleteStaleUploads(Instant time) throws IOException;

    /** Data being stored. */
    abstract class PendingUpload extends OutputStream {

        /** The key it will be stored under. */
        public final UUID key = UUID.randomUUID();

        /** Makes the data complete and durable. */
        public abstract void commit() throws IOException;
    }
}
