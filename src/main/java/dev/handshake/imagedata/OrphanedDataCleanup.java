package dev.handshake.imagedata;

import dev.handshake.region.Regions;
import dev.handshake.store.ImageStore;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Deletes what crashed processes left in the store: unfinished uploads, and data that no row refers to. */
@ApplicationScoped
class OrphanedDataCleanup {

    private static final Logger LOG = Logger.getLogger(OrphanedDataCleanup.class);
    /** Longer than any upload takes until its row is committed. */
    private static final Duration MIN_AGE = Duration.ofDays(2);

    private static final int BATCH_SIZE = 500;

    private final ImageStore store;
    private final ImageDataRepository repository;
    private final Regions regions;
    private final Clock clock;

    OrphanedDataCleanup(ImageStore store, ImageDataRepository repository, Regions regions, Clock clock) {
        this.store = store;
        this.repository = repository;
        this.regions = regions;
        this.clock = clock;
    }

    /** Runs at startup and once a day. */
    @Scheduled(every = "24h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void deleteOrphans() throws IOException {
        deleteOrphans(clock.instant().minus(MIN_AGE));
    }

    /** @param since anything younger may still be in progress */
    void deleteOrphans(Instant since) throws IOException {
        store.deleteStaleUploads(since);
        for (String region : regions.all()) {
            try (Stream<UUID> kept = store.listOlderThan(region, since)) {
                deleteOrphans(region, kept);
            }
        }
    }

    private void deleteOrphans(String region, Stream<UUID> kept) throws IOException {
        List<UUID> some = new ArrayList<>(BATCH_SIZE);
        for (UUID data : (Iterable<UUID>) kept::iterator) {
            some.add(data);
            if (some.size() == BATCH_SIZE) {
                deleteOrphans(region, some);
                some.clear();
            }
        }
        deleteOrphans(region, some);
    }

    private void deleteOrphans(String region, List<UUID> some) throws IOException {
        Set<UUID> used = some.isEmpty() ? Set.of() : repository.findReferenced(region, some);
        for (UUID data : some) {
            if (!used.contains(data)) {
                LOG.infof("No image has the data %s/%s; it is removed", region, data);
                store.delete(region, data);
            }
        }
    }
}
