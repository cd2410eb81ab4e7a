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
public class TaskExecutor {

    private static final Logger LOG = Logger.getLogger(TaskExecutor.class);

    private final Map<TaskRun, CompletableFuture<Void>> running = new ConcurrentHashMap<>();
    private final Map<TaskRun, CompletableFuture<Void>> inline = new ConcurrentHashMap<>();
    private final Leases leases;
    private final TaskHandlers handlers;
    private final ExecutorService threads;
    private final int maxConcurrent;
    private volatile boolean stopping;
    private boolean terminated;

    TaskExecutor(
            Leases leases,
            TaskHandlers handlers,
            ExecutorService threads,
            @ConfigProperty(name = "handshake.tasks.max-concurrent") int maxConcurrent) {
        this.leases = leases;
        this.handlers = handlers;
        this.threads = threads;
        this.maxConcurrent = maxConcurrent;
    }

    @Scheduled(every = "{handshake.tasks.poll-interval}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void heartbeat() {
        if (terminated) {
            return;
        }
        Stream.of(running, inline)
                .flatMap(runs -> runs.keySet().stream())
                .filter(run -> !run.isStopped() && !leases.renew(run))
                .forEach(TaskRun::stop);
        leases.findAbandoned().forEach(leases::failAbandoned);
        startWaiting();
    }

    /** Somebody waits for it. */
    void onTaskCreated(@Observes(during = TransactionPhase.AFTER_SUCCESS) TaskCreated task) {
        threads.execute(this::startWaiting);
    }

    /** Somebody stopped it: here at once, at other replicas with their next sign of life. */
    void onTaskEnded(@Observes(during = TransactionPhase.AFTER_SUCCESS) TaskEnded ended) {
        Stream.of(running, inline)
                .flatMap(runs -> runs.keySet().stream())
                .filter(run -> ended.task().isFailure() && run.task().id.equals(ended.task().id))
                .forEach(TaskRun::stop);
    }

    private synchronized void startWaiting() {
        Optional<Task> next = Optional.empty();
        do {
            UUID run = UUID.randomUUID();
            next = stopping || running.size() >= maxConcurrent ? Optional.empty() : claimNext(run);
            next.filter(Task::isUnfinished).ifPresent(task -> start(new TaskRun(task, run, leases)));
        } while (next.isPresent());
    }

    /**
     * An account has half of the places at the most while others wait, and never takes the last free one where it has
     * another: who comes next finds a place, however long the others take.
     */
    private Optional<Task> claimNext(UUID run) {
        boolean isLast = running.size() == maxConcurrent - 1;
        Set<String> full = accountsUsing(isLast ? 1 : Math.max(1, maxConcurrent / 2));
        Optional<Task> next = leases.claimNext(run, full);
        return next.isPresent() || isLast || full.isEmpty() ? next : leases.claimNext(run, Set.of());
    }

    private Set<String> accountsUsing(int places) {
        return running.keySet().stream()
                .collect(Collectors.groupingBy(run -> run.task().account, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(each -> each.getValue() >= places)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void start(TaskRun run) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        running.put(run, over);
        CompletableFuture.runAsync(() -> execute(run), threads)
                .whenComplete((done, failure) -> recordOutcome(run, failure))
                .whenComplete((done, failure) -> running.remove(run))
                .whenComplete((done, failure) -> over.complete(null))
                .whenComplete((done, failure) -> startWaiting());
    }

    /** This replica works at {@code task} itself, from the transaction on in which it was begun. */
    public TaskRun claim(Task task) {
        UUID run = UUID.randomUUID();
        leases.claim(task, run);
        return new TaskRun(task, run, leases);
    }

    /** Does it now, for a client that waits. Where that fails, the task does too. */
    public void runInline(TaskRun run, InlineTask inlineTask) throws IOException {
        CompletableFuture<Void> over = new CompletableFuture<>();
        inline.put(run, over);
        boolean done = false;
        try {
            inlineTask.run();
            done = true;
        } finally {
            inline.remove(run);
            if (!done) {
                leases.fail(run, new RefusedException(Reason.UPLOAD_FAILED).message());
            }
            over.complete(null);
        }
    }

    /** What a client waits for. */
    @FunctionalInterface
    public interface InlineTask {
        void run() throws IOException;
    }

    private void execute(TaskRun run) {
        try {
            ((BackgroundTaskHandler) handlers.handlerFor(run.task())).run(run);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A run that was stopped has nothing more to say: its task is another's, over, or given back. */
    private void recordOutcome(TaskRun run, Throwable failure) {
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
    void releaseAll() {
        synchronized (this) { // after a round that is under way
            stopping = true;
        }
        running.keySet().forEach(leases::release);
        running.keySet().forEach(TaskRun::stop);
    }

    /** What a client waits for is refused, so that it hears of it. */
    void abortInline() {
        inline.keySet().forEach(TaskRun::stop);
    }

    /** Until what was stopped has ended; no round begins after it. */
    void awaitTermination(Duration longest) {
        CompletableFuture<?>[] last = Stream.of(running, inline)
                .flatMap(runs -> runs.values().stream())
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(last)
                .completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        synchronized (this) { // after a round that is under way
            terminated = true;
        }
    }
}
