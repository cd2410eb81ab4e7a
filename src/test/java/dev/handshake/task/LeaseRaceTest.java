package dev.handshake.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestConfig;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Replicas competing for one task in real transactions, while leases keep expiring. The task is dated in the far
 * future, so that the portal itself ignores it.
 */
@PortalTest
class LeaseRaceTest {

    private static final Instant FAR_FUTURE = Instant.parse("9000-01-01T00:00:00Z");
    private static final TaskConfig CONFIG = TestConfig.read(TaskConfig.class, "tasks.lease-duration", "60s");
    private static final int REPLICAS = 4;
    private static final int STEPS = 200;

    private final Cast cast = new Cast();
    private final List<UUID> claims = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger acts = new AtomicInteger();
    private final AtomicInteger losses = new AtomicInteger();

    @Inject
    TaskService tasks;

    @Inject
    TaskHandlers handlers;

    @Inject
    Event<TaskEnded> taskEnded;

    @Test
    void who_was_overtaken_never_acts_again() throws Exception {
        Task task = QuarkusTransaction.requiringNew().call(this::createTask);
        ExecutorService threads = Executors.newFixedThreadPool(REPLICAS);
        try {
            CyclicBarrier round = new CyclicBarrier(REPLICAS);
            List<Callable<Void>> replicas = new ArrayList<>();
            for (int each = 0; each < REPLICAS; each++) {
                Random random = new Random(each);
                replicas.add(() -> work(task, random, round));
            }
            for (Future<Void> each : threads.invokeAll(replicas)) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        String seen = claims.size() + " claims, " + acts + " acts, " + losses + " losses";
        assertTrue(claims.size() > 10 && acts.get() > 10 && losses.get() > 10, seen);
        assertEquals(
                claims.size(),
                QuarkusTransaction.requiringNew()
                        .call(() -> Leases.lock(task).lease().attempts()));
    }

    private Task createTask() {
        Actor actor = new Actor(cast.producer.account, "Nora", Role.ADMIN, "DFW");
        Task task = tasks.submit(
                actor, UUID.randomUUID(), new TaskRequest(TaskKind.EXPORT, UUID.randomUUID(), "raced for", "{}"));
        task.lease().retryAt(FAR_FUTURE);
        return task;
    }

    /**
     * In each round all replicas run concurrently, with clocks up to a minute apart, and one in three is delayed, so
     * that holders are presumed dead regardless of thread scheduling.
     */
    private Void work(Task task, Random random, CyclicBarrier round) throws Exception {
        TaskRun run = new TaskRun(task, UUID.randomUUID(), null);
        for (int step = 0; step < STEPS; step++) {
            Instant now = FAR_FUTURE.plusSeconds(step * 40L + random.nextInt(60));
            Leases leases = new Leases(Clock.fixed(now, ZoneOffset.UTC), CONFIG, handlers, taskEnded);
            TaskRun mine = run;
            round.await(1, TimeUnit.MINUTES);
            if (random.nextInt(3) > 0) {
                run = QuarkusTransaction.requiringNew().call(() -> step(leases, mine, now));
            }
        }
        return null;
    }

    /** Holds the lock on the task's row throughout, so that the recorded order matches the database. */
    private TaskRun step(Leases leases, TaskRun run, Instant now) {
        Task task = Leases.lock(run.task());
        if (task.lease().isExpired(now)) {
            TaskRun next = new TaskRun(task, UUID.randomUUID(), leases);
            leases.claim(task, next.id());
            claims.add(next.id());
            return next;
        }
        boolean acted = leases.renew(run);
        boolean isLast = !claims.isEmpty() && claims.get(claims.size() - 1).equals(run.id());
        assertEquals(isLast, acted);
        (acted ? acts : losses).incrementAndGet();
        return run;
    }
}
