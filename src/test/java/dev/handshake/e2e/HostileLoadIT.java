package dev.handshake.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.handshake.testing.ApiClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One account attacks a replica with a heap of 256 MiB while another account and anonymous users use it. */
class HostileLoadIT {

    private static final String ATTACKER = "100200";
    private static final Pattern OUT_OF_MEMORY = Pattern.compile("OutOfMemoryError");

    /** Concurrent attempts per kind of attack. */
    private static final int MANY = 48;

    private static final byte[] NOTHING = {};
    private static final String JSON = "\r\nContent-Type: application/json";
    private static final String DATA = "\r\nContent-Type: application/octet-stream";

    private static PackagedEnvironment site;
    private static PackagedPortal portal;

    private final ApiClient attacker = new ApiClient(site.token(ATTACKER));
    private final String images = portal.uri("/DFW/v2/images").toString();

    @BeforeAll
    static void startPortal() throws Exception {
        site = new PackagedEnvironment(Map.of());
        portal = site.startPortal();
    }

    @AfterAll
    static void stopPortal() throws Exception {
        portal.close();
        site.close();
    }

    @Test
    void what_is_let_in_is_derived_from_the_heap_and_logged_once() {
        Pattern derived = Pattern.compile("24[0-9] requests, 16 uploads, 48 downloads; of one account half");
        assertEquals(1, portal.logLines(derived).size());
    }

    /** Lists of 1,000 images with 60 KB of properties each, JSON bodies of 1 MiB, and uploads that stop after 4 MiB. */
    @Test
    void attacks_on_memory_disturb_nobody() throws Exception {
        site.database()
                .execute(
                        "insert into image (region, id, owner, name, description, operating_system, kind, status,"
                                + " visibility, size, min_disk, min_ram, created_at, created_by, updated_at)"
                                + " select 'DFW', gen_random_uuid(), '" + ATTACKER + "', 'large', '', '', 'IMPORT',"
                                + " 'ACTIVE', 'SHARED', 1, 0, 0, now(), 'x', now() from generate_series(1, 1000)",
                        "insert into image_property (region, image_id, name, content)"
                                + " select region, id, 'large', repeat('x', 60000) from image where name = 'large'");
        assertDisturbsNobody("memory", requestFlood -> {
            requestFlood.repeat(8, "GET /DFW/v2/images?limit=1000", NOTHING);
            requestFlood.repeat(MANY, "POST /DFW/v2/images" + JSON, jsonWithObjects(1 << 20));
            for (int each = 0; each < MANY; each++) {
                UUID image = attackersImage();
                String upload = "PUT /DFW/v2/images/" + image + "/file" + DATA + "\r\nContent-Length: 1000000000";
                requestFlood.sendIncomplete(upload, new byte[4 << 20]);
            }
        });
    }

    private UUID attackersImage() throws InterruptedException {
        for (int tries = 0; tries < 200; tries++) {
            ApiClient.ApiResponse made = attacker.post(images, "{}");
            if (made.status() == 201) {
                return ApiClient.idOf(made);
            }
            Thread.sleep(100); // its other requests use up its permits
        }
        throw new IllegalStateException("no place");
    }

    /** A small body that is expensive to parse. */
    private static byte[] jsonWithObjects(int bytes) {
        String objects = "{},".repeat(bytes / 3 - 5);
        return ("{\"a\":[" + objects + "{}]}").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void bodies_that_never_come_and_unread_downloads_disturb_nobody() throws Exception {
        UUID image = attackersImage();
        attacker.put(images + "/" + image + "/file", new byte[16 << 20]).is(204);
        assertDisturbsNobody("places", requestFlood -> {
            for (int each = 0; each < 118; each++) {
                String call = "POST /DFW/v2/images" + JSON + "\r\nContent-Length: 500";
                requestFlood.sendIncomplete(call, "{".getBytes(StandardCharsets.UTF_8));
            }
            for (int each = 0; each < MANY; each++) {
                requestFlood.sendIncomplete("GET /DFW/v2/images/" + image + "/file", NOTHING);
            }
        });
    }

    private interface AttackScript {
        void start(RequestFlood requestFlood) throws Exception;
    }

    private void assertDisturbsNobody(String name, AttackScript attackScript) throws Exception {
        BackgroundTraffic traffic = BackgroundTraffic.startSignedIn(site, portal, "100300");
        try (traffic;
                RequestFlood requestFlood = new RequestFlood(portal.uri("/"), site.token(ATTACKER))) {
            attackScript.start(requestFlood);
            TimeUnit.SECONDS.sleep(12);
            System.out.println("Attack on " + name + " was answered: " + requestFlood.responseCounts());
        }
        System.out.printf(
                "Beside the attack on %s: %d rounds, slowest request %d ms, %d failures %s%n",
                name,
                traffic.rounds(),
                traffic.slowestMillis(),
                traffic.failures().size(),
                traffic.failures().stream().limit(10).toList());
        assertEquals(List.of(), portal.logLines(OUT_OF_MEMORY));
        assertEquals(List.of(), traffic.failures());
        assertTrue(traffic.rounds() >= 2, "work went on");
        new ApiClient()
                .get(portal.managementUri().resolve("/q/health/live").toString())
                .is(200);
    }
}
