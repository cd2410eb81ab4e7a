package dev.handshake.imagesync;

import dev.handshake.glance.GlanceMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * How a region and its Image service keep up with each other.
 *
 * @param completeAt everything that the portal shows is at least as new; null before the first sweep has ended
 * @param sweepingSince when the sweep under way began, or null
 * @param failingSince since when the Image service cannot be read, or null
 * @param failure what it said last, or null
 * @param waiting the changes that have waited longest for their next attempt, at most {@link #MAX_WAITING}
 * @param waitingCount how many there are, at most {@link #MAX_COUNT}
 */
public record ImageServiceReport(
        GlanceMode mode,
        Instant completeAt,
        Instant sweepingSince,
        Instant failingSince,
        String failure,
        List<WaitingChange> waiting,
        long waitingCount) {

    /**
     * A change that the Image service has not made yet.
     *
     * @param wanted what the member shall be
     * @param attempts so far
     * @param failure of the last attempt, or null
     */
    public record WaitingChange(
            UUID imageId, String member, String wanted, Instant since, int attempts, Instant next, String failure) {}

    private static final int MAX_WAITING = 50;
    private static final int MAX_COUNT = 1_000;

    private static final String OUTSTANDING = "region = ?1 and doneAt is null order by lease.until, imageId, member";

    private static final String COUNT = "select count(*) from (select 1 from member_change"
            + " where region = :region and done_at is null limit :most) outstanding";

    /** Three queries. The caller has a transaction. */
    static ImageServiceReport load(String region, GlanceMode mode) {
        ImageSweep sweep = ImageSweep.<ImageSweep>find("region = ?1", region)
                .firstResultOptional()
                .orElseGet(ImageSweep::new);
        return new ImageServiceReport(
                mode,
                sweep.completeAt,
                sweep.startedAt(),
                sweep.failingSince,
                sweep.failure,
                MemberChange.<MemberChange>find(OUTSTANDING, region).range(0, MAX_WAITING - 1).stream()
                        .map(MemberChange::toWaitingChange)
                        .toList(),
                countOutstanding(region));
    }

    /** One query for a bounded number of rows. The caller has a transaction. */
    static long countOutstanding(String region) {
        return (Long) MemberChange.getEntityManager()
                .createNativeQuery(COUNT, Long.class)
                .setParameter("region", region)
                .setParameter("most", MAX_COUNT)
                .getSingleResult();
    }

    /** The setting's value. */
    public String modeName() {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    public boolean isWaitingForMore() {
        return waitingCount > waiting.size();
    }

    public boolean isCountedToTheEnd() {
        return waitingCount < MAX_COUNT;
    }
}
