package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.sun.net.httpserver.HttpServer;
import dev.handshake.testing.Eventually;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a collector of traces gets from the packaged portal, where there is one. */
@SuppressWarnings("JdkObsolete") // a StringBuffer, since the collector writes it and the test reads it
class TracingIT {

    private static final String PATH = "/{region}/v2/images/{id}";

    private final StringBuffer collected = new StringBuffer();

    @Test
    void a_request_is_traced_by_its_address_in_the_code_and_gives_nothing_away() throws Exception {
        HttpServer collector = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        collector.createContext("/v1/traces", sent -> {
            collected.append(new String(sent.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            sent.sendResponseHeaders(200, -1);
            sent.close();
        });
        collector.start();
        String secret = UUID.randomUUID().toString();
        try (SinglePortal singlePortal = SinglePortal.start(settings(collector))) {
            sendRequest(singlePortal, "/DFW/v2/images/" + secret + "?signature=" + secret);
            Eventually.get(collected::toString, traces -> traces.contains(PATH));
        } finally {
            collector.stop(0);
        }
        assertFalse(collected.toString().contains(secret));
    }

    private static Map<String, String> settings(HttpServer collector) {
        return Map.of(
                "QUARKUS_OTEL_SDK_DISABLED", "false",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                        "http://localhost:" + collector.getAddress().getPort(),
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
                "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "PT0.2S");
    }

    private static void sendRequest(SinglePortal singlePortal, String path) throws Exception {
        HttpRequest question = HttpRequest.newBuilder(singlePortal.portal().uri(path))
                .header("X-Auth-Token", singlePortal.token("100200"))
                .build();
        HttpClient.newHttpClient().send(question, HttpResponse.BodyHandlers.discarding());
    }
}
