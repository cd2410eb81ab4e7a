package dev.handshake.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.error.Reason;
import dev.handshake.error.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Misbehaving servers: all waits are bounded, and responses are read as leniently as common clients do. */
class RemoteFileFetcherTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ndisk";
    private static final Duration MAX_DURATION = Duration.ofSeconds(1);

    private MisbehavingServer server;

    @BeforeEach
    void startServer() throws IOException {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("/ok", OK);
        answers.put("/endless/headers", "HTTP/1.1 200 OK\r\n|X-A: b\r\n…");
        answers.put("/endless/continue", "|HTTP/1.1 100 Continue\r\n\r\n…");
        answers.put("/endless/body", "HTTP/1.1 200 OK\r\n\r\n|x…");
        answers.put("/endless/status", "|x…");
        answers.put("/endless/refusal", "HTTP/1.1 404 Not\r\nTransfer-Encoding: chunked\r\n\r\n|1\r\nx\r\n…");
        answers.put("/led/endless", redirectTo("/ok") + "Transfer-Encoding: chunked\r\n\r\n|1\r\nx\r\n…");
        answers.put("/led/announced", redirectTo("/ok") + "Content-Length: 100000000\r\n\r\nx");
        answers.put("/led/kept", redirectTo("/ok") + "Content-Length: 5\r\n\r\nmoved");
        answers.put("/led/short", redirectTo("/ok") + "Content-Length: 500\r\nConnection: close\r\n\r\nmoved");
        answers.put("/led/query?to=ok%7C1", OK);
        answers.put("/led/query", redirectTo("?to=ok|1") + "\r\n");
        answers.put("/led/latin", redirectTo("/ok \u00fc\"{x}[1]^`<>100%\\") + "\r\n");
        answers.put("/gzip", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\ndisk");
        answers.put("/identity", "HTTP/1.1 200 OK\r\nContent-Encoding: identity\r\nContent-Length: 4\r\n\r\ndisk");
        answers.put("/chunks", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n");
        answers.put("/garbage", "\0\1\2garbage\r\n\r\n");
        for (int status : List.of(401, 403, 429, 503, 404)) {
            answers.put("/" + status, "HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n");
        }
        server = new MisbehavingServer(answers);
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"headers", "continue", "body", "status"})
    void the_deadline_ends_what_never_ends(String what) {
        assertEquals(Reason.FETCH_TIMED_OUT, refusal("/endless/" + what));
    }

    @ParameterizedTest
    @ValueSource(strings = {"endless", "announced", "kept", "short"})
    void the_body_of_a_redirect_is_never_waited_for(String body) throws IOException {
        assertEquals("disk", fetch("/led/" + body));
        assertEquals(2, server.requests.size());
    }

    @Test
    void the_body_of_a_refusal_is_never_waited_for() {
        assertEquals(Reason.URL_UNEXPECTED_STATUS, refusal("/endless/refusal"));
    }

    @Test
    void a_redirect_to_a_query_stays_at_its_path_and_is_encoded() throws IOException {
        assertEquals("disk", fetch("/led/query"));
    }

    @Test
    void what_may_not_stand_in_an_address_is_encoded_as_browsers_do() throws IOException {
        assertEquals("disk", fetch("/led/latin"));
        assertTrue(
                server.requests.get(1).startsWith("GET /ok%20%FC%22%7Bx%7D%5B1%5D%5E%60%3C%3E100%25/ HTTP/1.1\r\n"),
                server.requests.get(1));
    }

    @ParameterizedTest
    @CsvSource({
        "/401, URL_NEEDS_SIGN_IN",
        "/403, URL_NEEDS_SIGN_IN",
        "/429, URL_SERVER_BUSY",
        "/503, URL_SERVER_BUSY",
        "/404, URL_UNEXPECTED_STATUS",
        "/gzip, URL_CONTENT_ENCODED",
        "/chunks, URL_NOT_HTTP",
        "/garbage, URL_NOT_HTTP"
    })
    void each_refusal_says_its_true_reason(String path, Reason reason) {
        assertEquals(reason, refusal(path));
    }

    @Test
    void what_is_not_encoded_is_taken() throws IOException {
        assertEquals("disk", fetch("/identity"));
        assertTrue(server.requests.get(0).contains("Accept-Encoding: identity\r\n"), server.requests.get(0));
    }

    @Test
    void a_server_without_tls_is_told_from_one_that_is_not_trusted() {
        ImportUrl importUrl = ImportUrl.parse("https://127.0.0.1:" + server.port() + "/ok");
        assertEquals(Reason.URL_TLS_FAILED, refusal(importUrl, Duration.ofSeconds(20)));
    }

    @Test
    void a_name_that_is_looked_up_for_ever_is_cut_too() {
        ImportUrl importUrl = ImportUrl.parse("http://slow_name.example:" + server.port() + "/ok");
        assertEquals(Reason.FETCH_TIMED_OUT, refusal(importUrl, MAX_DURATION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/endless/headers", "/endless/continue", "/endless/body"})
    void whoever_cuts_the_connections_frees_the_thread(String path) throws Exception {
        ImportConnections connections = new ImportConnections("1", Duration.ofHours(1));
        CompletableFuture<String> fetched =
                CompletableFuture.supplyAsync(() -> read(ImportUrl.parse(server.url(path)), connections, MAX_DURATION));
        Thread.sleep(300);
        connections.close();
        assertThrows(java.util.concurrent.ExecutionException.class, () -> fetched.get(2, TimeUnit.SECONDS));
    }

    private Reason refusal(String path) {
        return refusal(ImportUrl.parse(server.url(path)), MAX_DURATION);
    }

    /** The reason reported by an import task. */
    private Reason refusal(ImportUrl importUrl, Duration longest) {
        return assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            try (ImportConnections connections = new ImportConnections("1", longest)) {
                RefusedException no = assertThrows(RefusedException.class, () -> read(importUrl, connections, longest));
                return connections.isTimedOut() ? Reason.FETCH_TIMED_OUT : no.reason();
            }
        });
    }

    private String fetch(String path) throws IOException {
        try (ImportConnections connections = new ImportConnections("1", Duration.ofSeconds(5))) {
            return read(ImportUrl.parse(server.url(path)), connections, Duration.ofSeconds(5));
        }
    }

    private String read(ImportUrl importUrl, ImportConnections connections, Duration longest) {
        try (InputStream data = new TimeLimitedInputStream(
                fetcher().open(importUrl, connections).data(), connections, longest)) {
            return new String(data.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private RemoteFileFetcher fetcher() {
        ImportConfig settings = new TestImportConfig(List.of(80, 443, server.port()));
        return new RemoteFileFetcher(new PublicAddressResolver(settings, new DelayedDnsResolver()), settings);
    }

    private static class DelayedDnsResolver implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws java.net.UnknownHostException {
            try {
                Thread.sleep(host.startsWith("slow") ? 5_000 : 0);
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
            return new InetAddress[] {InetAddress.getByName("127.0.0.1")};
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private record TestImportConfig(List<Integer> allowedPorts) implements ImportConfig {
        @Override
        public Optional<List<String>> deniedNetworks() {
            return Optional.empty();
        }

        @Override
        public Optional<List<String>> allowedNetworks() {
            return Optional.of(List.of("127.0.0.1/32"));
        }

        @Override
        public int maxRedirects() {
            return 5;
        }

        @Override
        public Duration readTimeout() {
            return Duration.ofSeconds(8);
        }

        @Override
        public Duration maxDuration() {
            return MAX_DURATION;
        }
    }

    private static String redirectTo(String to) {
        return "HTTP/1.1 302 Found\r\nLocation: " + to + "\r\n";
    }
}
