package dev.handshake.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** What the ways past one database cost: a standby beside it, and a portal with a database for each region. */
class Growth {

    private static final List<String> BESIDE = List.of("image page", "offer", "accept", "API add");
    private static final List<String> APART = List.of("image page", "API image list (25)", "API accept");
    /** Each figure is measured so many times, in turns with what it is held against. */
    private static final int ROUNDS = 2;

    private static final long LOOK = 50;

    private final People people;
    private final Path folder;
    private final long images;
    private final int seconds;

    /** @param seconds for each figure */
    Growth(People people, Path folder, long images, int seconds) {
        this.people = people;
        this.folder = folder;
        this.images = images;
        this.seconds = seconds;
    }

    /**
     * A row of the first table.
     *
     * @param without milliseconds a request of the primary's processor time, as {@code with}, and {@code own} of the
     *     standby
     * @param behind milliseconds, at each look
     */
    record Beside(String name, double without, double with, double own, List<Double> behind) {

        String line() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.2f | %s | %s |",
                    name,
                    without,
                    with,
                    own,
                    behind(50),
                    behind(99));
        }

        private String behind(int hundredth) {
            return behind.stream()
                    .sorted()
                    .skip((behind.size() - 1) * hundredth / 100)
                    .findFirst()
                    .map(each -> String.format(Locale.ROOT, "%.1f", each))
                    .orElse("");
        }
    }

    /** A row of the second table: requests answered a second. */
    record Apart(String name, double alone, double together) {

        String line() {
            return String.format(Locale.ROOT, "| %s | %.0f | %.0f | %.2f |", name, alone, together, together / alone);
        }
    }

    void measure(Report report) throws Exception {
        try (Stack first = Stack.start(people, folder.resolve("first"), images, both())) {
            report.addBeside(images, beside(first));
            try (Stack second = Stack.start(people, folder.resolve("second"), images, APART)) {
                first.stayOn(0);
                second.stayOn(1);
                report.addApart(images, apart(first, second));
            }
        }
    }

    private static List<String> both() {
        return Stream.concat(BESIDE.stream(), APART.stream()).distinct().toList();
    }

    private List<Beside> beside(Stack stack) throws Exception {
        List<Beside> found = new ArrayList<>();
        try (Standby standby = Standby.of(stack.database(), folder.resolve("standby"))) {
            for (String row : BESIDE) {
                found.add(beside(stack, standby, row));
            }
        }
        return found;
    }

    private Beside beside(Stack stack, Standby standby, String row) throws Exception {
        Spent without = new Spent(stack.database().processes());
        Spent with = new Spent(stack.database().processes());
        Spent own = new Spent(standby.processes());
        List<Double> behind = new ArrayList<>();
        for (int turn = 1; turn < 2 * ROUNDS; turn += 2) {
            standby.part();
            without.begin();
            without.end(run(stack, row, turn).join().requests());
            standby.follow();
            with.begin();
            own.begin();
            CompletableFuture<Wrk.Run> running = run(stack, row, turn + 1);
            while (!running.isDone()) {
                standby.behind().ifPresent(behind::add);
                Thread.sleep(LOOK);
            }
            with.end(running.join().requests());
            standby.level();
            own.end(running.join().requests());
        }
        return new Beside(row, without.millis(), with.millis(), own.millis(), behind);
    }

    private List<Apart> apart(Stack first, Stack second) {
        List<Apart> found = new ArrayList<>();
        for (String row : APART) {
            double alone = 0;
            double together = 0;
            for (int turn = 1; turn < 2 * ROUNDS; turn += 2) {
                alone += (run(first, row, turn).join().perSecond()
                                + run(second, row, turn).join().perSecond())
                        / 2
                        / ROUNDS;
                CompletableFuture<Wrk.Run> one = run(first, row, turn + 1);
                CompletableFuture<Wrk.Run> other = run(second, row, turn + 1);
                together += (one.join().perSecond() + other.join().perSecond()) / ROUNDS;
            }
            found.add(new Apart(row, alone, together));
        }
        return found;
    }

    private CompletableFuture<Wrk.Run> run(Stack stack, String row, int turn) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return stack.run(row, turn, seconds);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }
}
