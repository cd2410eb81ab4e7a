package dev.handshake.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories of replicas that die, stall and come back: two never act on the same row. */
class LeaseTermTest {

    private static final Duration DURATION = Duration.ofSeconds(60);
    private static final int REPLICAS = 4;
    private static final int STEPS = 2_000;

    private final ManualClock clock = new ManualClock();
    private final LeaseTerm term = new LeaseTerm(clock, DURATION);
    private final Row row = new Row(clock.instant());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void of_all_who_claimed_a_row_only_the_last_acts(long seed) {
        Random random = new Random(seed);
        UUID[] claims = new UUID[REPLICAS];
        UUID latest = null;
        int takeovers = 0;
        int refused = 0;
        for (int step = 0; step < STEPS; step++) {
            int replica = random.nextInt(REPLICAS);
            String where = "seed " + seed + ", step " + step;
            clock.advance(Duration.ofSeconds(random.nextInt(20)));
            if (row.lease().isExpired(clock.instant()) && random.nextBoolean()) {
                takeovers += latest == null ? 0 : 1;
                latest = claims[replica] = UUID.randomUUID();
                term.claim(row, latest);
            } else if (claims[replica] != null) {
                boolean givesUp = random.nextInt(10) == 0;
                boolean acted = term.ifHeld(List.of(row), claims[replica], givesUp ? this::retry : this::goOn);
                assertEquals(claims[replica].equals(latest), acted, where);
                refused += acted ? 0 : 1;
                latest = acted && givesUp ? null : latest;
            }
            assertTrue(replicasThatHold(claims).size() <= 1, where);
        }
        assertTrue(takeovers > 20 && refused > 100, takeovers + " takeovers, " + refused + " refused");
    }

    private void retry(Row held) {
        held.lease().retryAt(clock.instant());
    }

    private void goOn(Row held) {
        term.renew(held);
    }

    private List<UUID> replicasThatHold(UUID[] claims) {
        List<UUID> holders = new ArrayList<>();
        for (UUID claim : claims) {
            if (claim != null && row.isHeldBy(claim)) {
                holders.add(claim);
            }
        }
        return holders;
    }

    @Test
    void a_holder_counts_as_dead_when_its_time_is_up_and_not_before() {
        term.claim(row, UUID.randomUUID());
        clock.advance(DURATION.minusNanos(1));
        assertFalse(row.lease().isExpired(clock.instant()));
        term.renew(row);
        clock.advance(DURATION.minusNanos(1));
        assertFalse(row.lease().isExpired(clock.instant()));
        clock.advance(Duration.ofNanos(1));
        assertTrue(row.lease().isExpired(clock.instant()));
    }

    /** The holder finished before another claim. */
    @Test
    void who_released_a_row_may_act_until_another_claims_it() {
        UUID first = UUID.randomUUID();
        term.claim(row, first);
        term.release(row);
        assertTrue(row.lease().isExpired(clock.instant()));
        assertTrue(term.ifHeld(List.of(row), first, held -> {}));
        term.claim(row, UUID.randomUUID());
        assertFalse(term.ifHeld(List.of(row), first, held -> {}));
    }

    @Test
    void attempts_are_counted_as_they_begin() {
        assertEquals(0, row.lease().attempts());
        term.claim(row, UUID.randomUUID());
        assertEquals(1, row.lease().attempts());
        row.lease().retryAt(clock.instant());
        term.claim(row, UUID.randomUUID());
        term.renew(row);
        assertEquals(2, row.lease().attempts());
    }

    @Test
    void of_several_rows_only_those_still_held_are_acted_on() {
        Row other = new Row(clock.instant());
        UUID claim = UUID.randomUUID();
        List.of(row, other).forEach(each -> term.claim(each, claim));
        term.claim(other, UUID.randomUUID());
        List<Row> acted = new ArrayList<>();
        assertTrue(term.ifHeld(List.of(row, other), claim, acted::add));
        assertEquals(List.of(row), acted);
        assertFalse(term.ifHeld(List.<Row>of(), claim, acted::add));
    }

    private static class Row implements Leased {

        private final Lease lease;

        Row(Instant now) {
            lease = Lease.availableFrom(now);
        }

        @Override
        public Lease lease() {
            return lease;
        }

        @Override
        public boolean isHeldBy(UUID claim) {
            return lease.isHeldBy(claim);
        }
    }
}
