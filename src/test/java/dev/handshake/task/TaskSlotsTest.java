package dev.handshake.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
import dev.handshake.testing.TestConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a replica's workers are shared between accounts whose tasks never end. */
class TaskSlotsTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Task> waiting = new ArrayList<>();
    private final List<String> claimedAccounts = new ArrayList<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    @AfterEach
    void stop() {
        end.complete(null);
        threads.shutdownNow();
    }

    @Test
    void who_is_alone_leaves_one_place_for_who_comes_next() {
        TaskExecutor taskExecutor = newExecutor(4);
        assertEquals(List.of("a", "a", "a"), claimRound(taskExecutor, "a", "a", "a", "a", "a"));
        assertEquals(List.of("b"), claimRound(taskExecutor, "b", "b"));
        assertEquals(List.of(), claimRound(taskExecutor));
    }

    @Test
    void while_others_wait_half_of_the_places_are_the_most() {
        TaskExecutor taskExecutor = newExecutor(6);
        assertEquals(
                List.of("a", "a", "a", "b", "b", "c"),
                claimRound(taskExecutor, "a", "a", "a", "a", "b", "b", "b", "c"));
    }

    @Test
    void of_two_places_an_account_has_one() {
        TaskExecutor taskExecutor = newExecutor(2);
        assertEquals(List.of("a"), claimRound(taskExecutor, "a", "a"));
        assertEquals(List.of("b"), claimRound(taskExecutor, "b", "b"));
    }

    @Test
    void of_three_places_one_stays_free() {
        TaskExecutor taskExecutor = newExecutor(3);
        assertEquals(List.of("a", "a"), claimRound(taskExecutor, "a", "a", "a"));
        assertEquals(List.of("b"), claimRound(taskExecutor, "b"));
    }

    @Test
    void an_only_place_is_anybodys() {
        assertEquals(List.of("a"), claimRound(newExecutor(1), "a", "a"));
    }

    /** The accounts claimed in a round, after tasks of {@code accounts} were added. */
    private List<String> claimRound(TaskExecutor taskExecutor, String... accounts) {
        for (String account : accounts) {
            TaskRequest taskRequest = new TaskRequest(TaskKind.EXPORT, UUID.randomUUID(), "x", "{}");
            Actor actor = new Actor(account, "A", Role.ADMIN, "DFW");
            waiting.add(Task.create(actor, UUID.randomUUID(), taskRequest, Instant.EPOCH));
        }
        claimedAccounts.clear();
        taskExecutor.heartbeat();
        return List.copyOf(claimedAccounts);
    }

    private TaskExecutor newExecutor(int places) {
        TaskConfig config = TestConfig.read(TaskConfig.class, "tasks.max-concurrent", "" + places);
        Leases leases = new FirstWaitingLeases();
        TaskHandlers handlers = new TaskHandlers(List.of(new EndlessTaskHandler()));
        return new TaskExecutor(leases, handlers, new InlineTaskRunner(leases), threads, config);
    }

    /** Claims the first waiting task. */
    private class FirstWaitingLeases extends Leases {

        FirstWaitingLeases() {
            super(null, TestConfig.read(TaskConfig.class), null, null);
        }

        @Override
        Optional<Task> claimNext(UUID run, Set<String> others) {
            Optional<Task> next = waiting.stream()
                    .filter(task -> !others.contains(task.account))
                    .findFirst();
            next.ifPresent(task -> {
                waiting.remove(task);
                claimedAccounts.add(task.account);
            });
            return next;
        }

        @Override
        List<Task> findAbandoned() {
            return List.of();
        }

        @Override
        boolean renew(TaskRun run) {
            return true;
        }
    }

    private class EndlessTaskHandler implements BackgroundTaskHandler {

        @Override
        public TaskKind kind() {
            return TaskKind.EXPORT;
        }

        @Override
        public int maxRuns() {
            return 3;
        }

        @Override
        public void run(TaskRun run) {
            end.join();
            throw new dev.handshake.error.RefusedException(dev.handshake.error.Reason.TASK_LOST);
        }
    }
}
