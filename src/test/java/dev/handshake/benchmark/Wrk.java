package dev.handshake.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs wrk: a number of connections, each sending its next request after the previous response. */
class Wrk {

    private static final Path SCRIPT = Path.of("src/benchmark/resources/requests.lua");

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param requests answered
     * @param p50 microseconds, as is {@code p99}
     */
    record WrkResult(long requests, double seconds, long bytes, long p50, long p99) {

        double perSecond() {
            return requests / seconds;
        }

        /** Size of a response with headers. */
        double kibPerResponse() {
            return bytes / 1024.0 / requests;
        }
    }

    private final URI portal;
    private final Path folder;

    Wrk(URI portal, Path folder) {
        this.portal = portal;
        this.folder = folder;
    }

    /** @throws IllegalStateException unless all requests were answered successfully */
    WrkResult run(List<BenchmarkRequest> asks, int connections, int seconds) throws IOException {
        return run(asks, connections, seconds, 0);
    }

    /** @param pause average milliseconds between two requests of a connection; 0 for none */
    WrkResult run(List<BenchmarkRequest> asks, int connections, int seconds, long pause) throws IOException {
        Path requests = Files.write(
                folder.resolve("requests.tsv"),
                asks.stream().map(BenchmarkRequest::toTsvLine).toList());
        String said = ExternalCommand.run(
                "wrk",
                "--threads=1",
                "--connections=" + connections,
                "--duration=" + seconds,
                "--timeout=30",
                "--script=" + SCRIPT,
                portal.toString(),
                "--",
                requests.toString(),
                String.valueOf(pause));
        JsonNode run = JSON.readTree(said.substring(said.lastIndexOf("\n{") + 1));
        if (run.path("bad").asLong() > 0 || run.path("requests").asLong() == 0) {
            throw new IllegalStateException("not all of it was answered well: " + said);
        }
        return new WrkResult(
                run.path("requests").asLong(),
                run.path("micros").asLong() / 1e6,
                run.path("bytes").asLong(),
                run.path("p50").asLong(),
                run.path("p99").asLong());
    }
}
