package dev.handshake.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.PortalTest;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Whose servers are followed, by which replica and when. */
@PortalTest
class ComputeAccountsTest {

    private static final int AT_ONCE = 8;

    private final ComputeCast cast = new ComputeCast();

    @Inject
    ComputeAccounts accounts;

    /** The compute service asks for an image several times at once. */
    @Test
    void an_account_is_watched_from_many_requests_at_once() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        for (int round = 0; round < 20; round++) {
            Actor actor = new Actor(Cast.newAccountNumber(), "Hana", Role.ADMIN, ComputeCast.REGION, false);
            CyclicBarrier start = new CyclicBarrier(AT_ONCE);
            List<Future<?>> done = new ArrayList<>();
            for (int each = 0; each < AT_ONCE; each++) {
                done.add(threads.submit(() -> {
                    start.await();
                    accounts.watch(actor);
                    return null;
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
            assertEquals(1, count(actor.account()));
        }
        threads.shutdown();
    }

    @Test
    void an_account_that_another_replica_asks_about_is_left_to_it_until_that_is_dead() {
        UUID image = cast.image("base");
        cast.nova.startsElsewhere(image, "found late");
        Instant later = Instant.now().plusSeconds(6);
        insert(UUID.randomUUID(), later);
        Eventually.get(() -> cast.list().toString(), text -> text.contains("found late"));
        assertTrue(Instant.now().isAfter(later.minus(Duration.ofMillis(1))), "asked before the lease had ended");
    }

    @Test
    void a_server_of_which_no_change_was_told_is_missed_by_the_next_list_of_all() {
        UUID image = cast.image("base");
        UUID server = cast.server(image, "vanishes");
        String id = cast.shows(server).path("compute").path("id").asText();
        cast.nova.vanishes(UUID.fromString(id));
        QuarkusTransaction.requiringNew()
                .run(() -> ComputeAccount.update(
                        "listedAt = null where region = ?1 and account = ?2", ComputeCast.REGION, cast.account));
        cast.awaitState(server, "deleted");
    }

    private long count(String account) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ComputeAccount.count("region = ?1 and account = ?2", ComputeCast.REGION, account));
    }

    private void insert(UUID runner, Instant until) {
        QuarkusTransaction.requiringNew()
                .run(() -> Panache.getEntityManager()
                        .createNativeQuery(
                                "insert into compute_account (region, account, changed_at, tries, runner, due_at)"
                                        + " values (:region, :account, :now, 1, :runner, :until)")
                        .setParameter("region", ComputeCast.REGION)
                        .setParameter("account", cast.account)
                        .setParameter("now", Instant.now())
                        .setParameter("runner", runner)
                        .setParameter("until", until)
                        .executeUpdate());
    }
}
