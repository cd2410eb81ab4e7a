package dev.handshake.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A process and its children on Linux. */
record ProcessTree(long parent) {

    /** The unit of times in {@code /proc/PID/stat}, the same on all common Linux kernels. */
    private static final double TICKS_PER_SECOND = 100;

    /** The PostgreSQL server with this data directory. */
    static ProcessTree ofPostgres(Path data) throws IOException {
        return new ProcessTree(Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip()));
    }

    /** Pins all current and future processes to one CPU. */
    void pinToCpu(int processor) throws IOException {
        for (long each : pids().toList()) {
            ExternalCommand.run("taskset", "-acp", String.valueOf(processor), String.valueOf(each));
        }
    }

    /** @return CPU seconds so far, user and system, including terminated children */
    double cpuSeconds() {
        return pids().mapToLong(process -> ticks(Path.of("/proc/" + process + "/stat")))
                        .sum()
                / TICKS_PER_SECOND;
    }

    /** @return CPU seconds of the JIT compiler threads of a JVM */
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

    /** @return resident memory in MiB */
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
        // the name may contain spaces; utime, stime, cutime and cstime are fields 14 to 17
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
