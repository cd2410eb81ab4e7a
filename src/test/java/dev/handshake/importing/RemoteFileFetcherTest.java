package dev.handshake.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.error.Reason;
import dev.handshake.outbound.OutboundConnections;
import dev.handshake.outbound.OutboundUrl;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
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
        assertEquals(Reason.FETCH_TIMED_OUT, fetcher().refusal("/endless/" + what));
    }

    @Test
    void the_body_of_a_refusal_is_never_waited_for() {
        assertEquals(Reason.URL_UNEXPECTED_STATUS, fetcher().refusal("/endless/refusal"));
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
        assertEquals(reason, fetcher().refusal(path));
    }

    @Test
    void what_is_not_encoded_is_taken() throws IOException {
        assertEquals("disk", fetcher().fetch("/identity"));
        assertTrue(server.requests.get(0).contains("Accept-Encoding: identity\r\n"), server.requests.get(0));
    }

    @Test
    void a_server_without_tls_is_told_from_one_that_is_not_trusted() {
        OutboundUrl url = OutboundUrl.parse("https://127.0.0.1:" + server.port() + "/ok");
        assertEquals(Reason.URL_TLS_FAILED, fetcher().refusal(url, Duration.ofSeconds(20)));
    }

    @Test
    void a_name_that_is_looked_up_for_ever_is_cut_too() {
        OutboundUrl url = OutboundUrl.parse("http://slow_name.example:" + server.port() + "/ok");
        assertEquals(Reason.FETCH_TIMED_OUT, fetcher().refusal(url, MAX_DURATION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/endless/headers", "/endless/continue", "/endless/body"})
    void whoever_cuts_the_connections_frees_the_thread(String path) throws Exception {
        OutboundConnections connections = new OutboundConnections("1", Duration.ofHours(1));
        CompletableFuture<String> fetched = CompletableFuture.supplyAsync(
                () -> fetcher().read(OutboundUrl.parse(server.url(path)), connections, MAX_DURATION));
        Thread.sleep(300);
        connections.close();
        assertThrows(java.util.concurrent.ExecutionException.class, () -> fetched.get(2, TimeUnit.SECONDS));
    }

    private TestFetcher fetcher() {
        return new TestFetcher(server, MAX_DURATION);
    }
}
