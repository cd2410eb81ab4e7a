package dev.handshake.store;

import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

/** A store that never answers. */
public class AwayStore implements ImageStore {

    private static StoreAway away() {
        return new StoreAway("it is away, as the test wants it", null);
    }

    @Override
    public Draft draft(String region) throws StoreAway {
        throw away();
    }

    @Override
    public InputStream read(String region, UUID data, long from) throws StoreAway {
        throw away();
    }

    @Override
    public void remove(String region, UUID data) throws StoreAway {
        throw away();
    }

    @Override
    public Stream<UUID> keptBefore(String region, Instant time) throws StoreAway {
        throw away();
    }

    @Override
    public void forgetDrafts(Instant time) throws StoreAway {
        throw away();
    }

    @Override
    public void ask() throws StoreAway {
        throw away();
    }
}
