package dev.handshake.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A process and its children, as Linux counts them. */
record Processes(long parent) {

    /** Of {@code /proc/PID/stat}, on every Linux that Java runs on. */
    private static final double TICKS_PER_SECOND = 100;

    /** @return seconds of processor time so far, in user and kernel, also of children that are gone */
    double seconds() {
        return all().mapToLong(Processes::ticks).sum() / TICKS_PER_SECOND;
    }

    /** @return MiB that it has in memory by itself */
    long resident() {
        return lines("/proc/" + parent + "/status")
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    private Stream<Long> all() {
        Stream<Long> children = ProcessHandle.of(parent).stream()
                .flatMap(ProcessHandle::children)
                .map(ProcessHandle::pid);
        return Stream.concat(Stream.of(parent), children);
    }

    private static long ticks(long process) {
        // the name may have blanks in it; utime, stime, cutime and cstime are the 14th to 17th field
        return lines("/proc/" + process + "/stat")
                .map(line -> line.substring(line.lastIndexOf(')') + 2).split(" "))
                .flatMapToLong(fields -> LongStream.range(11, 15).map(at -> Long.parseLong(fields[(int) at])))
                .sum();
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream();
        } catch (IOException ended) {
            return List.<String>of().stream();
        }
    }
}
