package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.disk.DiskFiles;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Eventually;
import java.util.UUID;

/** An import on the pages of DFW, whose images are at a real Glance. */
final class GlanceImport {

    private static final String NAME = "imported-here";

    private GlanceImport() {}

    /**
     * Imports an image, and waits until the next sweep has read it.
     *
     * @param producer whose image it becomes
     */
    static UUID play(GlanceEnvironment environment, ApiClient producer) throws Exception {
        VirtualUser person = new VirtualUser(
                environment.portal().uri("/"), environment.cloud().project("producer"));
        person.signsIn("/DFW/images");
        String address = environment.importUrl("/raw/1048576");
        assertEquals(
                303,
                person.posts("/DFW/imports", "name", NAME, "address", address).status());
        String atGlance = environment.imagesAtGlance();
        JsonNode image = Eventually.get(
                () -> producer.get(atGlance + "?name=" + NAME)
                        .is(200)
                        .json()
                        .path("images")
                        .path(0),
                each -> each.path("status").asText().equals("active"));
        UUID id = UUID.fromString(image.path("id").asText());
        byte[] data = producer.get(atGlance + "/" + id + "/file").is(200).bytes();
        assertArrayEquals(DiskFiles.raw(1 << 20), data);
        environment.awaitSweeps();
        JsonNode shown =
                producer.get(environment.images("DFW") + "/" + id).is(200).json();
        assertEquals("active", shown.path("status").asText());
        assertTrue(person.opens("/DFW/images/" + id + "/history").body().contains("added"));
        return id;
    }
}
