package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.handshake.disk.DiskFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A region whose images are those of a real Glance, used by the {@code openstack} command. */
class GlanceIT {

    private static PackagedEnvironment environment;
    private static PackagedPortal portal;
    private static GlanceCloud cloud;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(GlanceCloud.isInstalled(), GlanceCloud.MISSING);
        environment = new PackagedEnvironment(Map.of());
        for (String each : GlanceCloud.DATABASES) {
            environment.database().execute("create database " + each);
        }
        int databasePort = environment.database().port();
        cloud = GlanceCloud.start(Path.of("target/e2e", "glance-" + databasePort), databasePort);
        portal = environment.startPortal(cloud.portalSettings());
    }

    @AfterAll
    static void stop() throws Exception {
        if (environment == null) {
            return;
        }
        try (PackagedEnvironment last = environment;
                PackagedPortal first = portal) {
            if (cloud != null) {
                cloud.close();
            }
        }
    }

    @Test
    void an_image_is_shared_at_glance() throws Exception {
        OpenStackCommand producer = cloud.as("producer");
        OpenStackCommand consumer = cloud.as("consumer");
        Path file = Files.write(Path.of("target/e2e", "glance.raw"), DiskFiles.raw(1 << 20));
        String image = producer.value(
                "id", "image create --disk-format raw --container-format bare --shared --file " + file + " shared");
        producer.run("image add project " + image + " " + cloud.project("consumer"));
        consumer.run("image set --accept " + image);
        assertEquals("accepted", producer.value("Status", "image member list " + image));
        assertEquals(List.of(), portal.errorLines());
    }
}
