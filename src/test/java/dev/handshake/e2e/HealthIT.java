package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.observability.ManagementClient;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Eventually;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Health checks and logs of the packaged portal, with and without its database. */
@ExtendWith(SharedPortalExtension.class)
class HealthIT {

    @Test
    void without_the_database_it_is_not_ready_and_lives(SharedPortal shared) throws Exception {
        ManagementClient managementClient = new ManagementClient(shared.portal().managementUri());
        managementClient.awaitResponse("/q/health", seen -> seen.statusCode() == 200);
        shared.withoutDatabase(() -> {
            HttpResponse<String> ready =
                    managementClient.awaitResponse("/q/health/ready", seen -> seen.statusCode() == 503);
            assertTrue(ready.body().contains("\"database\""), ready.body());
            assertEquals(200, managementClient.get("/q/health/live").statusCode());
            assertEquals(200, managementClient.get("/q/health/started").statusCode());
            assertEquals(200, managementClient.get("/q/health/well").statusCode());
        });
        managementClient.awaitResponse("/q/health/ready", seen -> seen.statusCode() == 200);
    }

    @Test
    void each_request_is_logged_as_json(SharedPortal shared) throws Exception {
        new ApiClient(shared.token("100200"))
                .withHeader("X-Request-Id", "asked-by-a-test")
                .get(shared.portal().uri("/DFW/v2/images?name=nobody").toString());
        Pattern asked = Pattern.compile("asked-by-a-test");
        List<String> logged = Eventually.get(() -> shared.portal().logLines(asked), lines -> !lines.isEmpty());
        JsonNode line = new ObjectMapper().readTree(logged.get(0));
        assertEquals("100200", line.at("/mdc/account").asText(), line.toString());
        assertEquals("/{region}/v2/images", line.at("/mdc/route").asText());
        assertEquals("200", line.at("/mdc/status").asText());
        assertEquals(1, shared.portal().logLines(asked).size());
    }
}
