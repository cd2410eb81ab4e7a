package dev.handshake.http;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * How often each of many may do something: all at once if they like, and what was used comes back steadily. Each
 * replica counts for itself, so that together they allow as many times as much as there are of them.
 */
public class RateLimiter {

    /**
     * More would only be there at the same time if somebody made them up; then those not heard of for longest begin
     * anew.
     */
    private static final int MAX_KEYS = 100_000;

    private final long max;
    private final Reason reason;
    private final LoadingCache<String, Bucket> buckets;

    /**
     * @param max how often within {@code within}; 0 sets no limit
     * @param reason for the refusal, with a place for the seconds to wait
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
     * Uses {@code many} of what {@code who} may do.
     *
     * @throws RefusedException where that is more than is left; nothing is used then
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
