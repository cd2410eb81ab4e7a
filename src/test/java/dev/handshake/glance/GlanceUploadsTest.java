package dev.handshake.glance;

import static dev.handshake.glance.GlanceFixture.REGION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.handshake.glance.GlanceUploads.NewImage;
import dev.handshake.keystone.ProjectTokens;
import dev.handshake.keystone.UnknownProjectException;
import dev.handshake.openstack.ServiceException;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** New images and their data, at an Image service that refuses, hangs or breaks off. */
@PortalTest
class GlanceUploadsTest {

    private static final String FILE = "PUT /v2/images/.*/file";
    private static final byte[] DATA = new byte[64 << 20];

    @Inject
    ProjectTokens tokens;

    @Inject
    ObjectMapper json;

    private final String owner = Cast.newAccountNumber();
    private final AtomicInteger reads = new AtomicInteger();
    private GlanceFixture fixture;
    private GlanceUploads uploads;
    private UUID image;

    @BeforeEach
    void start() {
        fixture = new GlanceFixture(tokens, json);
        uploads = new GlanceUploads(fixture.client);
        image = create(UUID.randomUUID());
    }

    @AfterEach
    void stop() throws IOException {
        fixture.close();
    }

    private UUID create(UUID id) {
        uploads.createImage(
                REGION, owner, new NewImage(id, "n", "raw", 2, 512, List.of("web"), Map.of("os_distro", "debian")));
        return id;
    }

    private void send() {
        uploads.sendData(
                REGION,
                owner,
                image,
                () -> {
                    reads.incrementAndGet();
                    return new ByteArrayInputStream(DATA);
                },
                DATA.length);
    }

    private ServiceException refusal() {
        return assertThrows(ServiceException.class, this::send);
    }

    @Test
    void an_image_is_made_with_its_data() {
        GlanceImage made = fixture.client.findImage(REGION, image).orElseThrow();
        assertEquals("queued", made.status());
        assertEquals("shared", made.visibility());
        assertEquals(owner, made.owner());
        assertEquals("debian", made.properties().get("os_distro"));
        assertEquals(List.of("web"), List.copyOf(made.tags()));
        assertEquals(2, made.minDisk());
        send();
        GlanceImage active = fixture.client.findImage(REGION, image).orElseThrow();
        assertEquals("active", active.status());
        assertEquals(DATA.length, active.size());
        assertTrue(refusal().isConflict(), "it has data");
        assertTrue(assertThrows(ServiceException.class, () -> create(image)).isConflict());
        uploads.deleteImage(REGION, owner, image);
        assertTrue(fixture.client.findImage(REGION, image).isEmpty());
    }

    @Test
    void a_refusal_is_told_from_an_outage() {
        fixture.service.failNext(FILE, 413, 1);
        assertEquals(413, refusal().status());
        fixture.service.failNext(FILE, 503, 1);
        assertEquals(ServiceException.Kind.AWAY, refusal().kind());
    }

    @Test
    void an_old_token_is_dropped_and_the_data_sent_again() {
        fixture.service.failNext(FILE, 401, 1);
        send();
        assertEquals(2, reads.get());
    }

    @Test
    void a_service_that_takes_no_data_holds_nobody() {
        fixture.service.failNext(FILE, "stall", 1);
        long start = System.nanoTime();
        assertEquals(ServiceException.Kind.UNCLEAR, refusal().kind());
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toMillis() < 4_500);
    }

    @Test
    void storing_the_data_may_take_longer_than_the_timeout() {
        fixture.service.failNext(FILE, "hang after", 1);
        send();
    }

    @Test
    void data_that_cannot_be_read_is_not_taken_for_sent() {
        assertThrows(
                ServiceException.class,
                () -> uploads.sendData(
                        REGION,
                        owner,
                        image,
                        () -> {
                            throw new IOException("the store is away");
                        },
                        DATA.length));
        assertThrows(
                ServiceException.class,
                () -> uploads.sendData(REGION, owner, image, () -> new ByteArrayInputStream(new byte[9]), 10));
        assertEquals(
                "queued", fixture.client.findImage(REGION, image).orElseThrow().status());
    }

    @Test
    void an_unknown_account_makes_nothing() {
        NewImage another = new NewImage(UUID.randomUUID(), "n", "raw", 0, 0, List.of(), Map.of());
        assertThrows(UnknownProjectException.class, () -> uploads.createImage(REGION, owner + "-unknown", another));
    }
}
