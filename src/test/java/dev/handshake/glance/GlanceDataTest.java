package dev.handshake.glance;

import static dev.handshake.glance.GlanceFixture.REGION;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.keystone.ProjectTokens;
import dev.handshake.keystone.UnknownProjectException;
import dev.handshake.openstack.ServiceException;
import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.FakeGlance;
import dev.handshake.testing.PortalTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Data of images, from an Image service that is slow or breaks off. */
@PortalTest
class GlanceDataTest {

    private static final String FILE = "/v2/images/.*/file";
    private static final byte[] DATA = {1, 2, 3, 4};

    @Inject
    ProjectTokens tokens;

    @Inject
    ObjectMapper json;

    private final String owner = Cast.newAccountNumber();
    private GlanceFixture fixture;
    private FakeGlance service;
    private UUID image;

    @BeforeEach
    void start() {
        fixture = new GlanceFixture(tokens, json);
        service = fixture.service;
        image = service.addImage(owner, "i", "shared");
    }

    @AfterEach
    void stop() throws IOException {
        fixture.close();
    }

    @Test
    void data_comes_from_an_offset() throws IOException {
        assertArrayEquals(DATA, read(0));
        assertArrayEquals(new byte[] {3, 4}, read(2));
        service.failNext(FILE, "whole", 1);
        assertArrayEquals(new byte[] {3, 4}, read(2));
        assertEquals(416, refusal(4).status());
    }

    @Test
    void data_that_is_slow_but_comes_has_all_the_time() throws IOException {
        service.setData(image, new byte[6]);
        service.failNext(FILE, "drip", 1);
        long start = System.nanoTime();
        assertEquals(6, read(0).length);
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() > 1_500);
    }

    @Test
    void data_that_breaks_off_or_stops_is_a_broken_stream() {
        service.failNext(FILE, "cut", 1);
        assertThrows(IOException.class, () -> read(0));
        service.failNext(FILE, "stall", 1);
        long start = System.nanoTime();
        assertThrows(IOException.class, () -> read(0));
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 4_000);
    }

    @Test
    void large_data_is_neither_held_nor_read_to_its_end() throws IOException {
        service.setData(image, new byte[64 << 20]);
        int before = FakeGlance.dataEnds().size();
        try (InputStream data = open(0)) {
            assertEquals(0, data.read());
        }
        List<Integer> ends = Eventually.get(FakeGlance::dataEnds, all -> all.size() > before);
        assertTrue(ends.get(before) < 32 << 20, ends::toString);
    }

    @Test
    void without_data_there_is_a_refusal() {
        service.setData(image, null);
        assertEquals(204, refusal(0).status());
        service.image(image).put("status", "deactivated");
        ServiceException refused = refusal(0);
        assertEquals(403, refused.status());
        assertEquals(
                "The requested image has been deactivated. Image data download is forbidden.", refused.getMessage());
        service.removeImage(image);
        assertTrue(refusal(0).isNotFound());
    }

    @Test
    void an_old_token_is_dropped_once() throws IOException {
        service.failNext(FILE, 401, 1);
        assertArrayEquals(DATA, read(0));
        assertEquals(2, service.calls().size());
        service.failNext(FILE, 401, 2);
        assertEquals(401, refusal(0).status());
    }

    @Test
    void an_outage_is_said_as_for_other_calls() {
        service.failNext(FILE, 503, 1);
        assertEquals(ServiceException.Kind.AWAY, refusal(0).kind());
        service.failNext(FILE, "hang", 1);
        assertEquals("no complete response", refusal(0).getMessage());
        service.failNext(FILE, 302, 1);
        assertEquals(302, refusal(0).status());
        service.close();
        assertEquals("no connection", refusal(0).getMessage());
        assertEquals(
                1,
                fixture.meters
                        .get("handshake.glance.calls")
                        .tags("route", "/v2/images/{id}/file", "status", "no connection")
                        .timer()
                        .count());
    }

    @Test
    void an_unknown_account_has_no_data() {
        assertThrows(
                UnknownProjectException.class, () -> fixture.client.openData(REGION, owner + "-unknown", image, 0));
    }

    private ServiceException refusal(long from) {
        return assertThrows(ServiceException.class, () -> open(from).close());
    }

    private byte[] read(long from) throws IOException {
        try (InputStream data = open(from)) {
            return data.readAllBytes();
        }
    }

    private InputStream open(long from) {
        return fixture.client.openData(REGION, owner, image, from);
    }
}
