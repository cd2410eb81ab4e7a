package dev.handshake.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.account.Actor;
import dev.handshake.account.Role;
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

/** Who gets the places of a replica, whose tasks all take for ever. */
class PlacesTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Task> waiting = new ArrayList<>();
    private final List<String> taken = new ArrayList<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    @AfterEach
    void stop() {
        end.complete(null);
        threads.shutdownNow();
    }

    @Test
    void who_is_alone_leaves_one_place_for_who_comes_next() {
        Crew crew = crew(4);
        assertEquals(List.of("a", "a", "a"), round(crew, "a", "a", "a", "a", "a"));
        assertEquals(List.of("b"), round(crew, "b", "b"));
        assertEquals(List.of(), round(crew));
    }

    @Test
    void while_others_wait_half_of_the_places_are_the_most() {
        Crew crew = crew(6);
        assertEquals(List.of("a", "a", "a", "b", "b", "c"), round(crew, "a", "a", "a", "a", "b", "b", "b", "c"));
    }

    @Test
    void of_two_places_an_account_has_one() {
        Crew crew = crew(2);
        assertEquals(List.of("a"), round(crew, "a", "a"));
        assertEquals(List.of("b"), round(crew, "b", "b"));
    }

    @Test
    void of_three_places_one_stays_free() {
        Crew crew = crew(3);
        assertEquals(List.of("a", "a"), round(crew, "a", "a", "a"));
        assertEquals(List.of("b"), round(crew, "b"));
    }

    @Test
    void an_only_place_is_anybodys() {
        assertEquals(List.of("a"), round(crew(1), "a", "a"));
    }

    /** What a round takes up, in order, after more came to wait. */
    private List<String> round(Crew crew, String... accounts) {
        for (String account : accounts) {
            Order order = new Order(TaskKind.EXPORT, UUID.randomUUID(), "x", "{}");
            Actor actor = new Actor(account, "A", Role.ADMIN, "DFW");
            waiting.add(Task.begun(actor, UUID.randomUUID(), order, Instant.EPOCH));
        }
        taken.clear();
        crew.goRound();
        return List.copyOf(taken);
    }

    private Crew crew(int places) {
        return new Crew(new First(), new Works(List.of(new Endless())), threads, places);
    }

    /** The first that waits is taken. */
    private class First extends Leases {

        First() {
            super(null, null, null, null);
        }

        @Override
        Optional<Task> take(UUID run, Set<String> others) {
            Optional<Task> next = waiting.stream()
                    .filter(task -> !others.contains(task.account))
                    .findFirst();
            next.ifPresent(task -> {
                waiting.remove(task);
                taken.add(task.account);
            });
            return next;
        }

        @Override
        List<Task> lost() {
            return List.of();
        }

        @Override
        boolean renew(Run run) {
            return true;
        }
    }

    private class Endless implements BackgroundWork {

        @Override
        public TaskKind kind() {
            return TaskKind.EXPORT;
        }

        @Override
        public int mostRuns() {
            return 3;
        }

        @Override
        public void run(Run run) {
            end.join();
            throw new dev.handshake.error.RefusedException(dev.handshake.error.Reason.TASK_LOST);
        }
    }
}
