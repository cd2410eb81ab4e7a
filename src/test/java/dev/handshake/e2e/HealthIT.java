package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.watch.Outside;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the packaged portal says of itself when its database goes away. */
class HealthIT {

    @Test
    void without_the_database_it_is_not_ready_and_lives() throws Exception {
        try (Alone alone = Alone.start(Map.of("HANDSHAKE_HEALTH_EVERY", "1S"))) {
            Outside outside = new Outside(alone.portal().management());
            outside.awaits("/q/health", seen -> seen.statusCode() == 200);
            alone.database().close();
            HttpResponse<String> ready = outside.awaits("/q/health/ready", seen -> seen.statusCode() == 503);
            assertTrue(ready.body().contains("\"database\""), ready.body());
            assertEquals(200, outside.sees("/q/health/live").statusCode());
            assertEquals(200, outside.sees("/q/health/started").statusCode());
            assertEquals(200, outside.sees("/q/health/well").statusCode());
        }
    }
}
