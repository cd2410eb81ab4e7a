package dev.handshake.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects: the target is resolved as browsers do, and the body is never waited for. */
class RedirectTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ndisk";

    private MisbehavingServer server;

    @BeforeEach
    void startServer() throws IOException {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("/ok", OK);
        answers.put("/led/endless", redirectTo("/ok") + "Transfer-Encoding: chunked\r\n\r\n|1\r\nx\r\n…");
        answers.put("/led/announced", redirectTo("/ok") + "Content-Length: 100000000\r\n\r\nx");
        answers.put("/led/kept", redirectTo("/ok") + "Content-Length: 5\r\n\r\nmoved");
        answers.put("/led/short", redirectTo("/ok") + "Content-Length: 500\r\nConnection: close\r\n\r\nmoved");
        answers.put("/led/query?to=ok%7C1", OK);
        answers.put("/led/query", redirectTo("?to=ok|1") + "\r\n");
        answers.put("/led/latin", redirectTo("/ok \u00fc\"{x}[1]^`<>100%\\") + "\r\n");
        server = new MisbehavingServer(answers);
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"endless", "announced", "kept", "short"})
    void the_body_of_a_redirect_is_never_waited_for(String body) {
        assertEquals("disk", fetch("/led/" + body));
        assertEquals(2, server.requests.size());
    }

    @Test
    void a_redirect_to_a_query_stays_at_its_path_and_is_encoded() {
        assertEquals("disk", fetch("/led/query"));
    }

    @Test
    void what_may_not_stand_in_an_address_is_encoded_as_browsers_do() {
        assertEquals("disk", fetch("/led/latin"));
        assertTrue(
                server.requests.get(1).startsWith("GET /ok%20%FC%22%7Bx%7D%5B1%5D%5E%60%3C%3E100%25/ HTTP/1.1\r\n"),
                server.requests.get(1));
    }

    private String fetch(String path) {
        return new TestFetcher(server, Duration.ofSeconds(1)).fetch(path);
    }

    private static String redirectTo(String to) {
        return "HTTP/1.1 302 Found\r\nLocation: " + to + "\r\n";
    }
}
