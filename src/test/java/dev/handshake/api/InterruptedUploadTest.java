package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.handshake.disk.DiskFiles;
import dev.handshake.imagedata.StoreInspector;
import dev.handshake.task.Task;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.ConcurrentRequests;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import dev.handshake.testing.TokenIssuer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Uploads that are interrupted, concurrent, lose their replica or their image. */
@PortalTest
@AlsoOnH2
class InterruptedUploadTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);

    @Inject
    StoreInspector inspector;

    @Test
    void data_that_breaks_off_leaves_the_image_queued() throws Exception {
        UUID image = owner.creates("broken");
        try (Socket breaking = startUpload(image, 5_000_000, new byte[1 << 20])) {
            owner.awaitImageStatus(image, "saving");
            owner.put(file(image), DiskFiles.raw(512)).is(409);
            owner.get(file(image)).is(204);
        }
        owner.awaitImageStatus(image, "queued");
        owner.put(file(image), DiskFiles.raw(512)).is(204);
    }

    @Test
    void an_upload_whose_replica_died_leaves_the_image_queued() throws Exception {
        UUID image = owner.creates("orphaned");
        long before = inspector.totalCount();
        try (Socket socket = startUpload(image, 1024, new byte[512])) {
            OutputStream out = socket.getOutputStream();
            owner.awaitImageStatus(image, "saving");
            QuarkusTransaction.requiringNew()
                    .run(() -> Task.update(
                            "lease.holder = ?1, lease.until = ?2 where imageId = ?3",
                            UUID.randomUUID(),
                            Instant.EPOCH,
                            image));
            owner.awaitImageStatus(image, "queued");
            out.write(new byte[512]);
            out.flush();
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertEquals("HTTP/1.1 409", new String(answer, StandardCharsets.US_ASCII));
        }
        assertEquals(before, inspector.totalCount());
        owner.put(file(image), DiskFiles.raw(512)).is(204);
    }

    @Test
    void an_image_deleted_while_its_data_comes_stays_deleted() throws Exception {
        UUID image = owner.creates("doomed");
        long before = inspector.totalCount();
        try (Socket socket = startUpload(image, 1024, new byte[512])) {
            OutputStream out = socket.getOutputStream();
            owner.awaitImageStatus(image, "saving");
            owner.delete("/v2/images/" + image).is(204);
            out.write(new byte[512]);
            out.flush();
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertEquals("HTTP/1.1 404", new String(answer, StandardCharsets.US_ASCII));
        }
        owner.get("/v2/images/" + image).is(404);
        assertEquals(before, inspector.totalCount());
    }

    @Test
    void two_uploads_at_once_are_one() throws Exception {
        try (ConcurrentRequests concurrentRequests = new ConcurrentRequests()) {
            for (int round = 0; round < 10; round++) {
                UUID image = owner.creates("raced");
                Callable<ApiClient.ApiResponse> upload = () -> owner.put(file(image), DiskFiles.raw(102_400));
                List<Integer> statuses =
                        concurrentRequests.sendAll(Collections.nCopies(8, owner.timed(upload))).stream()
                                .map(ConcurrentRequests.TimedResponse::status)
                                .sorted()
                                .toList();
                assertEquals(List.of(204, 409, 409, 409, 409, 409, 409, 409), statuses);
                assertArrayEquals(
                        DiskFiles.raw(102_400), owner.get(file(image)).is(200).bytes());
            }
        }
    }

    /** Sends the headers of an upload and its first bytes. */
    private Socket startUpload(UUID image, int length, byte[] begin) throws IOException {
        URI portal = URI.create(TestUser.baseUrl());
        Socket socket = new Socket(portal.getHost(), portal.getPort());
        OutputStream out = socket.getOutputStream();
        out.write(("PUT /DFW" + file(image) + " HTTP/1.1\r\nHost: x\r\nX-Auth-Token: "
                        + TokenIssuer.token(cast.producer.claims())
                        + "\r\nContent-Type: application/octet-stream\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(begin);
        out.flush();
        return socket;
    }

    private static String file(UUID image) {
        return "/v2/images/" + image + "/file";
    }
}
