package dev.handshake.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A process and its children, as Linux counts them. */
record ProcessTree(long parent) {

    /** Of {@code /proc/PID/stat}, on every Linux that Java runs on. */
    private static final double TICKS_PER_SECOND = 100;

    /** PostgreSQL's, by where it keeps its data. */
    static ProcessTree ofPostgres(Path data) throws IOException {
        return new ProcessTree(Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip()));
    }

    /** From here on, all of them and those to come run on this processor alone. */
    void pinToCpu(int processor) throws IOException {
        for (long each : pids().toList()) {
            ExternalCommand.run("taskset", "-acp", String.valueOf(processor), String.valueOf(each));
        }
    }

    /** @return seconds of processor time so far, in user and kernel, also of children that are gone */
    double cpuSeconds() {
        return pids().mapToLong(process -> ticks(Path.of("/proc/" + process + "/stat")))
                        .sum()
                / TICKS_PER_SECOND;
    }

    /** @return those of them that its compilers took, if it is a JVM */
    double compilerSeconds() throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + parent + "/task"))) {
            return threads.filter(ProcessTree::isCompiler)
                            .mapToLong(thread -> ticks(thread.resolve("stat")))
                            .sum()
                    / TICKS_PER_SECOND;
        }
    }

    private static boolean isCompiler(Path thread) {
        return lines(thread.resolve("comm")).anyMatch(name -> name.matches("C[12] Compiler.*"));
    }

    /** @return MiB that it has in memory by itself */
    long residentMib() {
        return lines(Path.of("/proc/" + parent + "/status"))
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    private Stream<Long> pids() {
        Stream<Long> children = ProcessHandle.of(parent).stream()
                .flatMap(ProcessHandle::children)
                .map(ProcessHandle::pid);
        return Stream.concat(Stream.of(parent), children);
    }

    private static long ticks(Path stat) {
        // the name may have blanks in it; utime, stime, cutime and cstime are the 14th to 17th field
        return lines(stat)
                .map(line -> line.substring(line.lastIndexOf(')') + 2).split(" "))
                .flatMapToLong(fields -> LongStream.range(11, 15).map(at -> Long.parseLong(fields[(int) at])))
                .sum();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException ended) {
            return List.<String>of().stream();
        }
    }
}
