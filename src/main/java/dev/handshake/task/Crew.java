package dev.handshake.task;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The part of this replica in the tasks: a few at once, a sign of life for each, and an outcome for every one. */
@ApplicationScoped
public class Crew {

    private static final Logger LOG = Logger.getLogger(Crew.class);

    private final Map<Run, CompletableFuture<Void>> running = new ConcurrentHashMap<>();
    private final Map<Run, CompletableFuture<Void>> attended = new ConcurrentHashMap<>();
    private final Leases leases;
    private final Works works;
    private final ExecutorService threads;
    private final int atOnce;
    private volatile boolean stopping;
    private boolean ended;

    Crew(
            Leases leases,
            Works works,
            ExecutorService threads,
            @ConfigProperty(name = "handshake.tasks.at-once") int atOnce) {
        this.leases = leases;
        this.works = works;
        this.threads = threads;
        this.atOnce = atOnce;
    }

    @Scheduled(every = "{handshake.tasks.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void goRound() {
        if (ended) {
            return;
        }
        Stream.of(running, attended)
                .flatMap(runs -> runs.keySet().stream())
                .filter(run -> !run.isStopped() && !leases.renew(run))
                .forEach(Run::stop);
        leases.lost().forEach(leases::expire);
        takeUp();
    }

    /** Somebody waits for it. */
    void hurry(@Observes(during = TransactionPhase.AFTER_SUCCESS) Begun task) {
        threads.execute(this::takeUp);
    }

    /** Somebody stopped it: here at once, at other replicas with their next sign of life. */
    void stop(@Observes(during = TransactionPhase.AFTER_SUCCESS) Task over) {
        Stream.of(running, attended)
                .flatMap(runs -> runs.keySet().stream())
                .filter(run -> over.isFailure() && run.task().id.equals(over.id))
                .forEach(Run::stop);
    }

    private synchronized void takeUp() {
        Optional<Task> next = Optional.empty();
        do {
            UUID run = UUID.randomUUID();
            next = stopping || running.size() >= atOnce ? Optional.empty() : take(run);
            next.filter(Task::isUnfinished).ifPresent(task -> begin(new Run(task, run, leases)));
        } while (next.isPresent());
    }

    /**
     * An account has half of the places at the most while others wait, and never takes the last free one where it has
     * another: who comes next finds a place, however long the others take.
     */
    private Optional<Task> take(UUID run) {
        boolean isLast = running.size() == atOnce - 1;
        Set<String> full = accountsWith(isLast ? 1 : Math.max(1, atOnce / 2));
        Optional<Task> next = leases.take(run, full);
        return next.isPresent() || isLast || full.isEmpty() ? next : leases.take(run, Set.of());
    }

    private Set<String> accountsWith(int places) {
        return running.keySet().stream()
                .collect(Collectors.groupingBy(run -> run.task().account, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(each -> each.getValue() >= places)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void begin(Run run) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        running.put(run, over);
        CompletableFuture.runAsync(() -> work(run), threads)
                .whenComplete((done, failure) -> end(run, failure))
                .whenComplete((done, failure) -> running.remove(run))
                .whenComplete((done, failure) -> over.complete(null))
                .whenComplete((done, failure) -> takeUp());
    }

    /** This replica works at {@code task} itself, from the transaction on in which it was begun. */
    public Run hold(Task task) {
        UUID run = UUID.randomUUID();
        leases.hold(task, run);
        return new Run(task, run, leases);
    }

    /** Does it now, for a client that waits. Where that fails, the task does too. */
    public void attend(Run run, Attempt attempt) throws IOException {
        CompletableFuture<Void> over = new CompletableFuture<>();
        attended.put(run, over);
        boolean done = false;
        try {
            attempt.run();
            done = true;
        } finally {
            attended.remove(run);
            if (!done) {
                leases.fail(run, new RefusedException(Reason.UPLOAD_FAILED).message());
            }
            over.complete(null);
        }
    }

    /** What a client waits for. */
    @FunctionalInterface
    public interface Attempt {
        void run() throws IOException;
    }

    private void work(Run run) {
        try {
            ((BackgroundWork) works.of(run.task())).run(run);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A run that was stopped has nothing more to say: its task is another's, over, or given back. */
    private void end(Run run, Throwable failure) {
        if (run.isStopped()) {
            return;
        }
        Throwable cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof RefusedException no) {
            leases.fail(run, no.message());
        } else if (cause != null) {
            String number = UUID.randomUUID().toString();
            LOG.errorf(cause, "Failure %s, task %s/%s", number, run.task().region, run.task().id);
            leases.fail(run, "Something broke here. It is logged as failure " + number + ". Try again.");
        }
    }

    /** Nothing more is begun here, and another replica goes on with what can be begun again. */
    void giveBack() {
        synchronized (this) { // after a round that is under way
            stopping = true;
        }
        running.keySet().forEach(leases::release);
        running.keySet().forEach(Run::stop);
    }

    /** What a client waits for is refused, so that it hears of it. */
    void breakOff() {
        attended.keySet().forEach(Run::stop);
    }

    /** Until what was stopped has ended; no round begins after it. */
    void awaitEnd(Duration longest) {
        CompletableFuture<?>[] last = Stream.of(running, attended)
                .flatMap(runs -> runs.values().stream())
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(last)
                .completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        synchronized (this) { // after a round that is under way
            ended = true;
        }
    }
}
