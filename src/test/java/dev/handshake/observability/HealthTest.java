package dev.handshake.observability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.store.ImageStore;
import dev.handshake.store.UnavailableStore;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import io.quarkus.test.junit.QuarkusMock;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Health checks on the management port. */
@PortalTest
class HealthTest {

    private final Cast cast = new Cast();
    private final ManagementClient management = ManagementClient.ofTestPortal();

    @Inject
    ImageStore store;

    @Test
    void with_all_its_dependencies_the_portal_is_well() throws InterruptedException {
        HttpResponse<String> health = management.awaitResponse("/q/health", seen -> seen.statusCode() == 200);
        for (String dependency : new String[] {"database", "image store", "identity provider"}) {
            assertTrue(health.body().contains("\"" + dependency + "\""), health.body());
        }
    }

    @Test
    void without_the_image_store_it_is_unwell_and_goes_on() throws InterruptedException {
        management.awaitResponse("/q/health/well", seen -> seen.statusCode() == 200);
        QuarkusMock.installMockForInstance(new UnavailableStore(), store);
        HttpResponse<String> health = management.awaitResponse("/q/health/well", seen -> seen.statusCode() == 503);
        assertTrue(health.body().contains("it is away, as the test wants it"), health.body());
        assertEquals(200, management.get("/q/health/ready").statusCode());
        assertEquals(200, management.get("/q/health/live").statusCode());
        cast.producer.opens("/DFW/images").is(200);
    }

    @Test
    void whether_it_lives_and_has_started_depends_on_nobody() {
        for (String probe : new String[] {"live", "started"}) {
            assertTrue(management.get("/q/health/" + probe).body().contains("\"checks\": [\n    ]"), probe);
        }
    }

    @Test
    void nobody_finds_that_at_the_door_for_everybody() {
        for (String path : new String[] {"/q/health", "/q/health/ready", "/q/metrics", "/q", "/q/dev-ui"}) {
            cast.producer.opens(path).is(404);
        }
    }
}
