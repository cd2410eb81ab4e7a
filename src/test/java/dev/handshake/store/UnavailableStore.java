package dev.handshake.store;

import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/** A store that never responds. */
public class UnavailableStore implements ImageStore {

    private static StoreUnavailableException unavailable() {
        return new StoreUnavailableException("it is away, as the test wants it", null);
    }

    @Override
    public PendingUpload startUpload(String region) throws StoreUnavailableException {
        throw unavailable();
    }

    @Override
    public InputStream openStream(String region, UUID data, long from) throws StoreUnavailableException {
        throw unavailable();
    }

    @Override
    public void delete(String region, UUID data) throws StoreUnavailableException {
        throw unavailable();
    }

    @Override
    public Stream<UUID> listOlderThan(String region, Instant time) throws StoreUnavailableException {
        throw unavailable();
    }

    @Override
    public void deleteStaleUploads(Instant time) throws StoreUnavailableException {
        throw unavailable();
    }

    @Override
    public void ping() throws StoreUnavailableException {
        throw unavailable();
    }
}
