package dev.handshake.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where the data of images is kept, by region and key. Data is there whole or not at all, and never changes.
 *
 * <p>Whatever fails is an {@link IOException}, a {@link StoreUnavailableException} where the store is elsewhere and
 * does not answer.
 */
public interface ImageStore {

    /**
     * A place for new data, under a key of its own, so that two attempts never meet. Nothing of it can be read until it
     * is kept; closing it before that leaves nothing behind.
     */
    PendingUpload startUpload(String region) throws IOException;

    /**
     * @param from the byte to start at, counted from 0, at most the size
     * @throws java.nio.file.NoSuchFileException where there is no such data (any more)
     */
    InputStream openStream(String region, UUID data, long from) throws IOException;

    /** Takes the data away, if it is there. */
    void delete(String region, UUID data) throws IOException;

    /** The keys of all data that was kept before {@code time}; to be closed. */
    Stream<UUID> listOlderThan(String region, Instant time) throws IOException;

    /** Whether it is there, and takes data; soon. */
    void ping() throws IOException;

    /** Takes away what was begun before {@code time} and never kept: its process died. */
    void deleteStaleUploads(Instant time) throws IOException;

    /** Data on its way in. */
    abstract class PendingUpload extends OutputStream {

        /** What it is kept under. */
        public final UUID key = UUID.randomUUID();

        /** The data is complete and durable from here on. */
        public abstract void commit() throws IOException;
    }
}
