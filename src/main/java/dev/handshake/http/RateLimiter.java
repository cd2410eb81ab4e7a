package dev.handshake.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * Limits how often each key may do something, as a token bucket per key that refills steadily. Each replica counts on
 * its own, so the effective limit is multiplied by the number of replicas.
 */
public class RateLimiter {

    /** Only an attacker inventing keys would exceed this; then the least recently used keys start anew. */
    private static final int MAX_KEYS = 100_000;

    private final long max;
    private final Reason reason;
    private final LoadingCache<String, Bucket> buckets;

    /**
     * @param max the number of actions per {@code within}; 0 for no limit
     * @param reason of the refusal; its message has a placeholder for the seconds to wait
     */
    public RateLimiter(long max, Duration within, Reason reason) {
        this.max = max;
        this.reason = reason;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MAX_KEYS)
                .expireAfterAccess(within)
                .build(who -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(max).refillGreedy(max, within))
                        .build());
    }

    /**
     * Takes {@code many} tokens of the key {@code who}.
     *
     * @throws RefusedException if there are too few; none are taken then
     */
    public void consume(String who, long many) {
        if (max == 0 || many == 0) {
            return;
        }
        ConsumptionProbe probe = buckets.get(who).tryConsumeAndReturnRemaining(many);
        if (!probe.isConsumed()) {
            Duration pause = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusSeconds(1);
            throw new RefusedException(reason, pause.toSeconds()).retryAfter(pause);
        }
    }
}
