package dev.handshake.imagesync;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Keeps what was read earlier from being copied later. The sweep and a notification may read an image at the same time,
 * on two replicas; the one that is slower to copy what it read first would undo what the other one has copied, with
 * changes in the history that nobody made. Only copies are written down: a reading that found an equal copy costs
 * nothing, and what an earlier one undoes of it the next sweep puts right.
 */
@ApplicationScoped
class CopiedReadings {

    /** Longer than a page of a sweep can take. */
    private static final Duration RETENTION = Duration.ofDays(1);

    private static final String INSERT = "insert into copied_reading (region, image_id, read_at)"
            + " values (:region, :image, :readAt) on conflict do nothing";
    private static final String UPDATE = "update copied_reading set read_at = :readAt"
            + " where region = :region and image_id = :image and read_at <= :readAt";

    private final Clock clock;

    CopiedReadings(Clock clock) {
        this.clock = clock;
    }

    /**
     * Whether nothing was copied of the image that was read later. Called first in the transaction of the copy: until
     * its end others of the image wait here, also if there is no row of the image yet.
     *
     * @param readAt before Glance was asked, by this replica's clock
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean advance(String region, UUID image, Instant readAt) {
        return run(INSERT, region, image, readAt) || run(UPDATE, region, image, readAt);
    }

    private static boolean run(String sql, String region, UUID image, Instant readAt) {
        int changed = Panache.getEntityManager()
                .createNativeQuery(sql)
                .setParameter("region", region)
                .setParameter("image", image)
                .setParameter("readAt", readAt)
                .executeUpdate();
        return changed > 0;
    }

    @Scheduled(every = "1h", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void deleteExpired() {
        Panache.getEntityManager()
                .createNativeQuery("delete from copied_reading where read_at < :end")
                .setParameter("end", clock.instant().minus(RETENTION))
                .executeUpdate();
    }
}
