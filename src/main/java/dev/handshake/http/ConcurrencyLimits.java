package dev.handshake.http;

import dev.handshake.web.Formats;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The concurrency limits of one replica: the configured ones, reduced to what its heap can hold. */
@ApplicationScoped
public class ConcurrencyLimits {

    private static final Logger LOG = Logger.getLogger(ConcurrencyLimits.class);

    /** Memory per upload: 4 MiB for format detection, and buffers. */
    private static final long UPLOAD_BYTES = 5 << 20;

    /** Memory per request until it gets a thread: at most the largest JSON body. */
    private static final long REQUEST_BYTES = 128 << 10;

    private final Map<TrafficClass, Integer> max = new EnumMap<>(TrafficClass.class);
    private final int maxRunning;

    ConcurrencyLimits(
            HttpConfig config,
            @ConfigProperty(name = "quarkus.thread-pool.max-threads") int threads,
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections) {
        int transfers = config.maxConcurrentTransfers();
        long heap = Runtime.getRuntime().maxMemory();
        max.put(TrafficClass.REQUEST, clamp(heap / 8 / REQUEST_BYTES, config.maxConcurrentRequests()));
        max.put(TrafficClass.UPLOAD, clamp(heap / 3 / UPLOAD_BYTES, transfers));
        max.put(TrafficClass.DOWNLOAD, transfers);
        maxRunning = clamp(threads - max.get(TrafficClass.UPLOAD) - transfers, connections);
    }

    private static int clamp(long carried, int allowed) {
        return (int) Math.max(1, Math.min(carried, allowed));
    }

    void logLimits(@Observes StartupEvent start) {
        LOG.infof(
                "With a heap of %s at once: %d requests, %d uploads, %d downloads; of one account half of each at the most",
                Formats.bytes(Runtime.getRuntime().maxMemory()),
                max(TrafficClass.REQUEST),
                max(TrafficClass.UPLOAD),
                max(TrafficClass.DOWNLOAD));
    }

    /** The number of requests, uploads or downloads admitted at once. */
    public int max(TrafficClass traffic) {
        return max.get(traffic);
    }

    /** Requests that may run at once, each with a thread and a database connection. */
    public int maxRunning() {
        return maxRunning;
    }
}
