package dev.handshake.benchmark;

import dev.handshake.testing.ChildProcess;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The packaged portal, started as its container does, along with a baseline of static pages. */
class BenchmarkPortal implements AutoCloseable {

    private static final String PACKAGE = System.getProperty("portal.package", "target/quarkus-app");

    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    private final URI address;
    private final ChildProcess process;

    private BenchmarkPortal(URI address, ChildProcess process) {
        this.address = address;
        this.process = process;
    }

    /** @param pages the folder of the baseline pages */
    static BenchmarkPortal start(BenchmarkDatabase database, URI issuer, Path pages) throws IOException {
        int port = ChildProcess.freePort();
        Map<String, String> environment = Map.ofEntries(
                Map.entry("QUARKUS_HTTP_PORT", String.valueOf(port)),
                Map.entry("QUARKUS_MANAGEMENT_PORT", String.valueOf(ChildProcess.freePort())),
                Map.entry("QUARKUS_DATASOURCE_JDBC_URL", database.url()),
                Map.entry("QUARKUS_DATASOURCE_USERNAME", "postgres"),
                Map.entry("QUARKUS_OIDC_AUTH_SERVER_URL", issuer.toString()),
                Map.entry("QUARKUS_OIDC_CLIENT_ID", BenchmarkUsers.CLIENT),
                Map.entry("HANDSHAKE_API_AUDIENCE", BenchmarkUsers.AUDIENCE),
                Map.entry("QUARKUS_OIDC_CREDENTIALS_SECRET", "a secret of the benchmark, long enough to encrypt with"),
                Map.entry("HANDSHAKE_REGIONS", "DFW,ORD"),
                Map.entry("HANDSHAKE_RATE_LIMIT_OFFERS_PER_HOUR", "0"),
                Map.entry("HANDSHAKE_PROVIDER_ACCOUNT", BenchmarkAccounts.PROVIDER),
                Map.entry(
                        "HANDSHAKE_IMAGES_FOLDER",
                        pages.resolve("images").toAbsolutePath().toString()),
                Map.entry("BENCHMARK_PAGES", pages.toAbsolutePath().toString()),
                // clients connect without TLS
                Map.entry("HANDSHAKE_SIGN_IN_ID_TOKEN_TTL", "24h"), // clients keep their first cookies
                Map.entry("QUARKUS_OIDC_AUTHENTICATION_COOKIE_FORCE_SECURE", "false"));
        ChildProcess process = ChildProcess.startPortal(
                new File(PACKAGE), new File(pages.toFile(), "portal-" + port + ".log"), environment, List.of());
        return new BenchmarkPortal(URI.create("http://localhost:" + port), process);
    }

    /** @return the time until it responded */
    Duration awaitReady() throws InterruptedException {
        Instant begin = Instant.now();
        while (!isAnswering()) {
            if (Instant.now().isAfter(begin.plus(START_TIMEOUT))) {
                throw new IllegalStateException("the portal does not answer");
            }
            Thread.sleep(20);
        }
        return Duration.between(begin, Instant.now());
    }

    private boolean isAnswering() throws InterruptedException {
        try {
            return send(BenchmarkRequest.get("/signed-out", Map.of())).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    HttpResponse<byte[]> send(BenchmarkRequest benchmarkRequest) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(benchmarkRequest.path()))
                .method(benchmarkRequest.method(), HttpRequest.BodyPublishers.ofString(benchmarkRequest.body()));
        benchmarkRequest.headers().forEach(request::header);
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    URI address() {
        return address;
    }

    ProcessTree processes() {
        return new ProcessTree(process.pid());
    }

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public void close() {
        process.close();
    }
}
