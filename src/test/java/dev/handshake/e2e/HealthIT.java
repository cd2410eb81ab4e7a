package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.observability.ManagementClient;
import dev.handshake.testing.Eventually;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the packaged portal says of itself when its database goes away. */
class HealthIT {

    @Test
    void without_the_database_it_is_not_ready_and_lives() throws Exception {
        try (SinglePortal singlePortal = SinglePortal.start(Map.of("HANDSHAKE_HEALTH_CHECK_INTERVAL", "1S"))) {
            ManagementClient managementClient =
                    new ManagementClient(singlePortal.portal().managementUri());
            managementClient.awaitResponse("/q/health", seen -> seen.statusCode() == 200);
            logs_each_request_as_json(singlePortal);
            singlePortal.database().close();
            HttpResponse<String> ready =
                    managementClient.awaitResponse("/q/health/ready", seen -> seen.statusCode() == 503);
            assertTrue(ready.body().contains("\"database\""), ready.body());
            assertEquals(200, managementClient.get("/q/health/live").statusCode());
            assertEquals(200, managementClient.get("/q/health/started").statusCode());
            assertEquals(200, managementClient.get("/q/health/well").statusCode());
        }
    }

    private static void logs_each_request_as_json(SinglePortal singlePortal) throws Exception {
        HttpRequest question = HttpRequest.newBuilder(singlePortal.portal().uri("/DFW/v2/images?name=nobody"))
                .header("X-Auth-Token", singlePortal.token("100200"))
                .header("X-Request-Id", "asked-by-a-test")
                .build();
        HttpClient.newHttpClient().send(question, HttpResponse.BodyHandlers.discarding());
        Pattern asked = Pattern.compile("asked-by-a-test");
        List<String> logged = Eventually.get(() -> singlePortal.portal().logLines(asked), lines -> !lines.isEmpty());
        JsonNode line = new ObjectMapper().readTree(logged.get(0));
        assertEquals("100200", line.at("/mdc/account").asText(), line.toString());
        assertEquals("/{region}/v2/images", line.at("/mdc/route").asText());
        assertEquals("200", line.at("/mdc/status").asText());
        assertEquals(1, singlePortal.portal().logLines(asked).size());
    }
}
