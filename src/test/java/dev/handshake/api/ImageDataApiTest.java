package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.disk.DiskFiles;
import dev.handshake.disk.SampleFile;
import dev.handshake.imagedata.StoreInspector;
import dev.handshake.task.Task;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.Eventually;
import dev.handshake.testing.PortalTest;
import dev.handshake.testing.TestUser;
import dev.handshake.testing.TokenIssuer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The data of an image, in and out. */
@PortalTest
class ImageDataApiTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);

    @Inject
    StoreInspector vault;

    @Test
    void data_makes_a_queued_image_active_with_its_facts() throws Exception {
        byte[] disk = DiskFiles.qcow2(10L << 30);
        UUID image = owner.creates("filled");
        owner.put(file(image), disk).is(204);
        JsonNode shown = owner.get("/v2/images/" + image).is(200).json();
        assertEquals("active", shown.path("status").asText());
        assertEquals("qcow2", shown.path("disk_format").asText());
        assertEquals(disk.length, shown.path("size").asLong());
        assertEquals(10L << 30, shown.path("virtual_size").asLong());
        assertEquals(hex("MD5", disk), shown.path("checksum").asText());
        assertEquals(
                owner.get("/v2/info/stores").json().findPath("id").asText(),
                shown.path("stores").asText());
        assertEquals("sha512", shown.path("os_hash_algo").asText());
        assertEquals(hex("SHA-512", disk), shown.path("os_hash_value").asText());
        ApiClient.ApiResponse data = owner.get(file(image)).is(200);
        assertArrayEquals(disk, data.bytes());
        assertEquals(hex("MD5", disk), data.header("Content-MD5"));
        assertEquals(String.valueOf(disk.length), data.header("Content-Length"));
        assertEquals("application/octet-stream", data.header("Content-Type"));
    }

    @Test
    void data_comes_once() {
        UUID image = uploaded(DiskFiles.raw(4_096));
        owner.put(file(image), DiskFiles.raw(512)).is(409);
        owner.put(stage(image), DiskFiles.raw(512)).is(409);
        assertArrayEquals(DiskFiles.raw(4_096), owner.get(file(image)).bytes());
    }

    @Test
    void an_image_without_data_has_none_to_give() {
        UUID image = owner.creates("hollow");
        assertEquals(0, owner.get(file(image)).is(204).bytes().length);
    }

    @Test
    void only_octets_are_data() {
        UUID image = owner.creates("typed");
        for (String type : List.of("application/json", "text/plain", "multipart/form-data; boundary=x")) {
            ApiClient.ApiResponse refused =
                    owner.put(file(image), "x", "Content-Type", type).is(415);
            assertEquals("application/octet-stream", refused.header("Accept"));
            assertTrue(refused.text().contains("application/octet-stream"), refused.text());
        }
        owner.put(file(image), "x").is(415);
        assertEquals("queued", status(image));
    }

    @Test
    void refused_data_leaves_the_image_queued_and_nothing_stored() {
        UUID image = ApiClient.idOf(owner.post("/v2/images", "{\"disk_format\":\"raw\"}"));
        long before = vault.totalCount();
        for (byte[] data : List.of(
                new byte[0],
                DiskFiles.qcow2(1 << 30),
                DiskFiles.qcow2WithBackingFile("/etc/passwd"),
                DiskFiles.vmdkWithExtentFile("/etc/passwd"),
                SampleFile.load("disk.raw.pzst"),
                SampleFile.load("x.ovf"),
                SampleFile.load("trunc-no-l1.qcow2"),
                new byte[1000])) {
            owner.put(file(image), data).is(400);
            owner.put(stage(image), data).is(400);
        }
        owner.put(file(image), new byte[(8 << 20) + 1]).is(413);
        assertEquals("queued", status(image));
        assertEquals(before, vault.totalCount());
        owner.put(file(image), DiskFiles.raw(512)).is(204);
    }

    @Test
    void data_that_breaks_off_leaves_the_image_queued() throws Exception {
        UUID image = owner.creates("broken");
        URI portal = URI.create(TestUser.baseUrl());
        try (Socket socket = new Socket(portal.getHost(), portal.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("PUT /DFW" + file(image) + " HTTP/1.1\r\nHost: x\r\nX-Auth-Token: "
                            + TokenIssuer.token(cast.producer.claims())
                            + "\r\nContent-Type: application/octet-stream\r\nContent-Length: 5000000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[1 << 20]);
            out.flush();
            awaitStatus(image, "saving");
            owner.put(file(image), DiskFiles.raw(512)).is(409);
            owner.get(file(image)).is(204);
        }
        awaitStatus(image, "queued");
        owner.put(file(image), DiskFiles.raw(512)).is(204);
    }

    @Test
    void an_upload_whose_replica_died_leaves_the_image_queued() throws Exception {
        UUID image = owner.creates("orphaned");
        long before = vault.totalCount();
        URI portal = URI.create(TestUser.baseUrl());
        try (Socket socket = new Socket(portal.getHost(), portal.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("PUT /DFW" + file(image) + " HTTP/1.1\r\nHost: x\r\nX-Auth-Token: "
                            + TokenIssuer.token(cast.producer.claims())
                            + "\r\nContent-Type: application/octet-stream\r\nContent-Length: 1024\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[512]);
            out.flush();
            awaitStatus(image, "saving");
            QuarkusTransaction.requiringNew()
                    .run(() -> Task.update(
                            "runner = ?1, leaseUntil = ?2 where imageId = ?3",
                            UUID.randomUUID(),
                            Instant.EPOCH,
                            image));
            awaitStatus(image, "queued");
            out.write(new byte[512]);
            out.flush();
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertEquals("HTTP/1.1 409", new String(answer, StandardCharsets.US_ASCII));
        }
        assertEquals(before, vault.totalCount());
        owner.put(file(image), DiskFiles.raw(512)).is(204);
    }

    @Test
    void an_image_deleted_while_its_data_comes_stays_deleted() throws Exception {
        UUID image = owner.creates("doomed");
        long before = vault.totalCount();
        URI portal = URI.create(TestUser.baseUrl());
        try (Socket socket = new Socket(portal.getHost(), portal.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("PUT /DFW" + file(image) + " HTTP/1.1\r\nHost: x\r\nX-Auth-Token: "
                            + TokenIssuer.token(cast.producer.claims())
                            + "\r\nContent-Type: application/octet-stream\r\nContent-Length: 1024\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[512]);
            out.flush();
            awaitStatus(image, "saving");
            owner.delete("/v2/images/" + image).is(204);
            out.write(new byte[512]);
            out.flush();
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertEquals("HTTP/1.1 404", new String(answer, StandardCharsets.US_ASCII));
        }
        owner.get("/v2/images/" + image).is(404);
        assertEquals(before, vault.totalCount());
    }

    @Test
    void two_uploads_at_once_are_one() throws Exception {
        try (dev.handshake.testing.ConcurrentRequests concurrentRequests =
                new dev.handshake.testing.ConcurrentRequests()) {
            for (int round = 0; round < 10; round++) {
                UUID image = owner.creates("raced");
                Callable<ApiClient.ApiResponse> upload = () -> owner.put(file(image), DiskFiles.raw(102_400));
                List<Integer> statuses =
                        concurrentRequests.sendAll(java.util.Collections.nCopies(8, owner.timed(upload))).stream()
                                .map(dev.handshake.testing.ConcurrentRequests.TimedResponse::status)
                                .sorted()
                                .toList();
                assertEquals(List.of(204, 409, 409, 409, 409, 409, 409, 409), statuses);
                assertArrayEquals(
                        DiskFiles.raw(102_400), owner.get(file(image)).is(200).bytes());
            }
        }
    }

    @Test
    void parts_of_the_data_are_given() {
        byte[] disk = DiskFiles.raw(204_800);
        UUID image = uploaded(disk);
        assertRange(image, "bytes=0-9", disk, 0, 10);
        assertRange(image, "bytes=100000-", disk, 100_000, 204_800);
        assertRange(image, "bytes=-5", disk, 204_795, 204_800);
        assertRange(image, "bytes=204799-400000", disk, 204_799, 204_800);
        for (String none : List.of("bytes=204800-", "bytes=9-3", "bytes=-0")) {
            owner.get(file(image), "Range", none).is(416);
        }
        for (String whole : List.of("bytes=-", "lines=1-2", "bytes=0-1,5-6", "bytes=0-204799")) {
            assertArrayEquals(
                    disk, owner.get(file(image), "Range", whole).is(200).bytes());
        }
    }

    private void assertRange(UUID image, String range, byte[] disk, int from, int to) {
        ApiClient.ApiResponse part = owner.get(file(image), "Range", range).is(206);
        assertArrayEquals(Arrays.copyOfRange(disk, from, to), part.bytes());
        assertEquals("bytes " + from + "-" + (to - 1) + "/" + disk.length, part.header("Content-Range"));
        assertNull(part.header("Content-MD5"));
    }

    @Test
    void staged_data_waits_for_its_import() {
        UUID image = owner.creates("staged");
        owner.post("/v2/images/" + image + "/import", "{\"method\":{\"name\":\"glance-direct\"}}")
                .is(409);
        owner.put(stage(image), DiskFiles.raw(4_096)).is(204);
        assertEquals("uploading", status(image));
        owner.get(file(image)).is(204);
        owner.put(stage(image), DiskFiles.raw(512)).is(409);
        for (String body : List.of("{}", "[]", "x", "{\"method\":{\"name\":\"web-download\"}}", "{\"method\":1}")) {
            owner.post("/v2/images/" + image + "/import", body).is(400);
        }
        ApiClient.forUser(cast.stranger)
                .post("/v2/images/" + image + "/import", "{\"method\":{\"name\":\"glance-direct\"}}")
                .is(404);
        owner.post("/v2/images/" + image + "/import", "{\"method\":{\"name\":\"glance-direct\"}}")
                .is(202);
        assertEquals("active", status(image));
        assertArrayEquals(DiskFiles.raw(4_096), owner.get(file(image)).is(200).bytes());
    }

    @Test
    void consumers_download_in_any_status_and_nobody_else() {
        UUID image = cast.image("given");
        String c1 = cast.consumer.account;
        consumer.get(file(image)).is(404);
        owner.offers(image, c1).is(200);
        for (String status : List.of("pending", "accepted", "rejected")) {
            consumer.decides(image, c1, status).is(200);
            consumer.get(file(image)).is(200);
        }
        ApiClient.forUser(cast.consumerObserver).get(file(image)).is(403);
        ApiClient.forUser(cast.creator).get(file(image)).is(403);
        ApiClient.forUser(cast.stranger).get(file(image)).is(404);
        owner.removes(image, c1).is(204);
        consumer.get(file(image)).is(404);
    }

    @Test
    void only_the_owners_people_bring_data() {
        UUID image = owner.creates("others");
        owner.offers(image, cast.consumer.account).is(200);
        consumer.put(file(image), DiskFiles.raw(512)).is(403);
        ApiClient.forUser(cast.observer).put(file(image), DiskFiles.raw(512)).is(403);
        ApiClient.forUser(cast.stranger).put(file(image), DiskFiles.raw(512)).is(404);
        ApiClient.forUser(cast.creator).put(file(image), DiskFiles.raw(512)).is(204);
    }

    @Test
    void data_that_was_sent_in_pieces_is_whole() {
        UUID image = owner.creates("chunked");
        byte[] disk = DiskFiles.raw(3 << 20);
        owner.send(
                        "PUT",
                        file(image),
                        BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(disk)),
                        "Content-Type",
                        "application/octet-stream")
                .is(204);
        assertArrayEquals(disk, owner.get(file(image)).bytes());
    }

    private UUID uploaded(byte[] disk) {
        UUID image = owner.creates("filled");
        owner.put(file(image), disk).is(204);
        return image;
    }

    private String status(UUID image) {
        return owner.get("/v2/images/" + image).is(200).json().path("status").asText();
    }

    private void awaitStatus(UUID image, String status) {
        Eventually.get(() -> status(image), status::equals);
    }

    private static String file(UUID image) {
        return "/v2/images/" + image + "/file";
    }

    private static String stage(UUID image) {
        return "/v2/images/" + image + "/stage";
    }

    private static String hex(String algorithm, byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    }
}
