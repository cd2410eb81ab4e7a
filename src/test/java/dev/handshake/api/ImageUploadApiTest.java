package dev.handshake.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.handshake.disk.DiskFiles;
import dev.handshake.disk.SampleFile;
import dev.handshake.imagedata.StoreInspector;
import dev.handshake.testing.AlsoOnH2;
import dev.handshake.testing.ApiClient;
import dev.handshake.testing.Cast;
import dev.handshake.testing.PortalTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Uploading image data, directly or staged, and by whom. */
@PortalTest
@AlsoOnH2
class ImageUploadApiTest {

    private final Cast cast = new Cast();
    private final ApiClient owner = ApiClient.forUser(cast.producer);
    private final ApiClient consumer = ApiClient.forUser(cast.consumer);

    @Inject
    StoreInspector inspector;

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
    void only_octets_are_data() {
        UUID image = owner.creates("typed");
        for (String type : List.of("application/json", "text/plain", "multipart/form-data; boundary=x")) {
            ApiClient.ApiResponse refused =
                    owner.put(file(image), "x", "Content-Type", type).is(415);
            assertEquals("application/octet-stream", refused.header("Accept"));
            assertTrue(refused.text().contains("application/octet-stream"), refused.text());
        }
        owner.put(file(image), "x").is(415);
        assertEquals("queued", owner.imageStatus(image));
    }

    @Test
    void refused_data_leaves_the_image_queued_and_nothing_stored() {
        UUID image = ApiClient.idOf(owner.post("/v2/images", "{\"disk_format\":\"raw\"}"));
        long before = inspector.totalCount();
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
        assertEquals("queued", owner.imageStatus(image));
        assertEquals(before, inspector.totalCount());
        owner.put(file(image), DiskFiles.raw(512)).is(204);
    }

    @Test
    void staged_data_waits_for_its_import() {
        UUID image = owner.creates("staged");
        owner.post("/v2/images/" + image + "/import", "{\"method\":{\"name\":\"glance-direct\"}}")
                .is(409);
        owner.put(stage(image), DiskFiles.raw(4_096)).is(204);
        assertEquals("uploading", owner.imageStatus(image));
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
        assertEquals("active", owner.imageStatus(image));
        assertArrayEquals(DiskFiles.raw(4_096), owner.get(file(image)).is(200).bytes());
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
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(disk)),
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
