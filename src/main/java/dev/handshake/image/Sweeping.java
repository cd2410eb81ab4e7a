package dev.handshake.image;

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

/** Takes away what processes that died left in the store: drafts never kept, and data that no row names. */
@ApplicationScoped
class Sweeping {

    private static final Logger LOG = Logger.getLogger(Sweeping.class);
    /** Nothing takes as long on its way into the store and its row. */
    private static final Duration ABANDONED = Duration.ofDays(2);

    private static final int AT_ONCE = 500;

    private final ImageStore store;
    private final Stored stored;
    private final Regions regions;
    private final Clock clock;

    Sweeping(ImageStore store, Stored stored, Regions regions, Clock clock) {
        this.store = store;
        this.stored = stored;
        this.regions = regions;
        this.clock = clock;
    }

    /** At the start, and once a day. */
    @Scheduled(every = "24h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() throws IOException {
        sweep(clock.instant().minus(ABANDONED));
    }

    /** @param since what is younger may still be at work */
    void sweep(Instant since) throws IOException {
        store.forgetDrafts(since);
        for (String region : regions.all()) {
            try (Stream<UUID> kept = store.keptBefore(region, since)) {
                sweep(region, kept);
            }
        }
    }

    private void sweep(String region, Stream<UUID> kept) throws IOException {
        List<UUID> some = new ArrayList<>(AT_ONCE);
        for (UUID data : (Iterable<UUID>) kept::iterator) {
            some.add(data);
            if (some.size() == AT_ONCE) {
                sweep(region, some);
                some.clear();
            }
        }
        sweep(region, some);
    }

    private void sweep(String region, List<UUID> some) throws IOException {
        Set<UUID> used = some.isEmpty() ? Set.of() : stored.used(region, some);
        for (UUID data : some) {
            if (!used.contains(data)) {
                LOG.infof("No image has the data %s/%s; it is removed", region, data);
                store.remove(region, data);
            }
        }
    }
}
