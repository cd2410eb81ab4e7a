package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.Patience;
import dev.handshake.observability.ManagementClient;
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
        try (Alone alone = Alone.start(Map.of("HANDSHAKE_HEALTH_EVERY", "1S"))) {
            ManagementClient managementClient =
                    new ManagementClient(alone.portal().management());
            managementClient.awaitResponse("/q/health", seen -> seen.statusCode() == 200);
            logs_each_request_as_json(alone);
            alone.database().close();
            HttpResponse<String> ready =
                    managementClient.awaitResponse("/q/health/ready", seen -> seen.statusCode() == 503);
            assertTrue(ready.body().contains("\"database\""), ready.body());
            assertEquals(200, managementClient.get("/q/health/live").statusCode());
            assertEquals(200, managementClient.get("/q/health/started").statusCode());
            assertEquals(200, managementClient.get("/q/health/well").statusCode());
        }
    }

    private static void logs_each_request_as_json(Alone alone) throws Exception {
        HttpRequest question = HttpRequest.newBuilder(alone.portal().at("/DFW/v2/images?name=nobody"))
                .header("X-Auth-Token", alone.token("100200"))
                .header("X-Request-Id", "asked-by-a-test")
                .build();
        HttpClient.newHttpClient().send(question, HttpResponse.BodyHandlers.discarding());
        Pattern asked = Pattern.compile("asked-by-a-test");
        List<String> logged = Patience.until(() -> alone.portal().logged(asked), lines -> !lines.isEmpty());
        JsonNode line = new ObjectMapper().readTree(logged.get(0));
        assertEquals("100200", line.at("/mdc/account").asText(), line.toString());
        assertEquals("/{region}/v2/images", line.at("/mdc/route").asText());
        assertEquals("200", line.at("/mdc/status").asText());
        assertEquals(1, alone.portal().logged(asked).size());
    }
}
